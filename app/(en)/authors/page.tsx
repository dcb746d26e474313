import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Metadata } from 'next'
import { ThemeSwitch } from '../../../components/app-bar/theme-switch'
import { AuthorTry } from '../../../components/embed/author/author-try'
import { CodeBlock } from '../../../components/embed/author/code-block'
import { EMBEDS } from '../../../lib/embed/scenarios/embeds'
import { API_SAMPLE, DIALECTS, EVENTS, METHODS, OPTIONS, OWN_SAMPLE } from './guide'
import './authors.css'

export const metadata: Metadata = {
  title: 'For authors · Pull the Plug',
  description: 'Put a live, resumable MCP stream into your book page: one tag, any file host, nothing stored and nothing reported.',
}

/** The sample that authors copy is the file that is served. */
const BRIDGE = readFileSync(join(process.cwd(), 'public/embed/v1/xapi-bridge.js'), 'utf8')

export default function AuthorsPage() {
  return (
    <div className="authors">
      <header>
        <a href="/">Pull the Plug</a>
        <ThemeSwitch />
      </header>
      <main>
        <h1>Put it in your page</h1>
        <p className="authors-lead">
          Paste one tag, and your readers can pull the plug on a real MCP stream in the middle of your chapter. Server and client run in the
          reader's browser: no account, no cookies, nothing to host.
        </p>

        <Try />
        <Options />
        <InThePage />
        <Methods />
        <Messages />
        <OnPaper />
        <Promises />
        <Trouble />
      </main>
    </div>
  )
}

function Try() {
  return (
    <section aria-labelledby="try">
      <h2 id="try">Choose, try, copy</h2>
      <AuthorTry />
    </section>
  )
}

function Options() {
  return (
    <section aria-labelledby="options">
      <h2 id="options">Options</h2>
      <Table head={['attribute', 'what it does']} rows={OPTIONS} />
      <h3>The runs, and the stages of the lessons</h3>
      <Table head={['scenario', 'shows']} rows={EMBEDS.map(({ name, sentence }) => [name, sentence])} />
    </section>
  )
}

/** How much room and how many bytes a frame takes. */
function InThePage() {
  return (
    <>
      <section aria-labelledby="height">
        <h2 id="height">Height</h2>
        <p>
          The frame follows its content: 520 px at 760 px wide, about 1000 px on a phone, where everything stands under each other. It says
          a new height only when it has really changed, and never computes it from the frame. Give <code>height="520"</code> when your
          layout must not move; the content then scrolls inside if it has to. In a frame narrower than 320 px a picture of the run and a
          link take its place.
        </p>
      </section>

      <section aria-labelledby="weight">
        <h2 id="weight">Weight</h2>
        <p>
          A frame shows its run before any script has come, and loads the rest when a reader turns to it: with the pointer, a finger, a key,
          or by a method of yours. What is pressed in the meantime is done as soon as it can be. Options that change what is shown (
          <code>step</code>, <code>s</code>, <code>lang</code>) load it at once.
        </p>
      </section>
    </>
  )
}

function Methods() {
  return (
    <section aria-labelledby="api">
      <h2 id="api">Drive it from your page</h2>
      <p>
        The element has methods. Each returns a promise; one that cannot be kept is rejected with a sentence that says why and what to do
        first.
      </p>
      <CodeBlock code={API_SAMPLE} label="Using the methods of the element" />
      <Table head={['method', 'what it does']} rows={METHODS} />
      <h3>Events</h3>
      <p>
        Listen with <code>plug.on('goal', …)</code>, or with <code>addEventListener('plug-goal', …)</code> anywhere above the element.
      </p>
      <Table head={['event', 'when']} rows={EVENTS} />
    </section>
  )
}

function Messages() {
  return (
    <section aria-labelledby="messages">
      <h2 id="messages">Without the element: messages</h2>
      <p>
        The frame speaks three dialects of <code>postMessage</code>. All are optional; a page that speaks none still has a working embed. It
        listens only to the window around it, and only to one origin once that has spoken.
      </p>
      <Table head={['dialect', 'for', 'messages']} rows={DIALECTS} />
      <CodeBlock code={OWN_SAMPLE} label="A message of our own, sent by hand" />
      <h3>xAPI</h3>
      <p>
        A frame in a sandbox cannot write statements, and does not know who reads. Your page does:{' '}
        <a href="/embed/v1/xapi-bridge.js">xapi-bridge.js</a> is a sample to copy and change.
      </p>
      <details>
        <summary>Show the sample</summary>
        <CodeBlock code={BRIDGE} label="xapi-bridge.js" />
      </details>
      <h3>oEmbed</h3>
      <p>
        Where a site embeds pasted links, paste the address of an embed. <code>GET /oembed?url=…&amp;format=json</code> answers with a
        frame, honours <code>maxwidth</code> and <code>maxheight</code>, and every embed names it in its head. A copy made of files alone
        cannot answer for an address it is asked about: built with its own address (<code>PTP_SITE</code>), it has one answer an embed,{' '}
        <code>/oembed/first-cut.json</code>, which each embed names in its head, at the usual size; built without, use the tag.
      </p>
    </section>
  )
}

function OnPaper() {
  return (
    <section aria-labelledby="print">
      <h2 id="print">On paper and offline</h2>
      <p>
        Printed, a step becomes a figure: the picture, the sum, the kept headers, the time line, the events as a table, and a QR code that
        leads back here. Add <code>figure=1</code> to the address of an embed to see the figure on screen, and print it or save it as PDF
        for your publisher. When your own page is printed, each embed on it is its picture, with its address. Every run also has that
        picture to itself, which needs no script: <a href="/embed/v1/first-cut.svg">first-cut.svg</a>.
      </p>
    </section>
  )
}

/** What a frame never does, and what it always will. */
function Promises() {
  return (
    <>
      <section aria-labelledby="privacy">
        <h2 id="privacy">What leaves the frame</h2>
        <ul>
          <li>
            To us, or to any other server: nothing, after the files of the frame are loaded. There are no cookies, no storage, no counters.
          </li>
          <li>To the page around it, always: its height, that it is ready, and the question whether there is a saved state.</li>
          <li>To the page around it, once that has asked: numbers of events, ids of events, goals reached, and the run that was seen.</li>
          <li>Never: who the reader is, what the reader typed, or a session id. Session ids are replaced before anything is handed out.</li>
        </ul>
      </section>

      <section aria-labelledby="promise">
        <h2 id="promise">Will it still work in ten years?</h2>
        <p>
          Addresses that begin with <code>/embed/v1/</code> keep their meaning: a scenario's name is never given to another run, an option
          is never given another sense, and a message of version 1 is always understood. What cannot be kept becomes <code>/embed/v2/</code>{' '}
          beside it. A frame that is asked for something newer than it knows says so, and shows the first run. For a book that must not
          depend on anybody, host the files yourself: the whole site is a folder that any file host serves.
        </p>
      </section>
    </>
  )
}

function Trouble() {
  return (
    <section aria-labelledby="trouble">
      <h2 id="trouble">When it does not show</h2>
      <ul>
        <li>
          Your site has a Content-Security-Policy: allow this site in <code>frame-src</code>, and in <code>script-src</code> and{' '}
          <code>img-src</code> if you use the tag.
        </li>
        <li>Your system strips scripts: use the plain frame. It strips frames too: use the picture with a link around it.</li>
        <li>
          The frame needs <code>sandbox="allow-scripts"</code> and nothing more. Leave <code>allow-same-origin</code> away.
        </li>
        <li>
          A name or an option was misspelt: the embed shows what it can, and says in the browser's console, and in the event{' '}
          <code>error</code>, what it did not understand. Where nothing answers at all, the element says so below its frame.
        </li>
      </ul>
    </section>
  )
}

function Table({ head, rows }: { head: readonly string[]; rows: readonly (readonly string[])[] }) {
  return (
    <table>
      <thead>
        <tr>
          {head.map((cell) => (
            <th key={cell} scope="col">
              {cell}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(([name, ...rest]) => (
          <tr key={name}>
            <th scope="row">
              <code>{name}</code>
            </th>
            {rest.map((cell) => (
              <td key={cell}>{cell}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
