/** The tables and samples of the guide for authors. Text only. */

export const OPTIONS: readonly (readonly string[])[] = [
  ['scenario', 'Which run; see below. Without it: first-cut.'],
  ['step', 'Where in the recorded run it opens, counted in events from 0. Without it: cut, with the plug waiting.'],
  ['theme', 'light or dark. Without it: as the reader’s system is set.'],
  ['height', 'A number of pixels: the frame keeps it. Without it: the frame follows its content.'],
  ['loading', 'lazy: when it comes near the screen. click: a picture, until it is pressed. eager: at once. Without it: lazy.'],
  ['lang', 'The language of the stage: en or de. Without it: English.'],
  [
    's',
    'A run of your own: what a shared link has after its #. It is offered above the stage, and done live when the reader, or start(), starts it: each act waits for its count of events. It means the same run beside every scenario.',
  ],
  ['title', 'What the frame is called by screen readers.'],
  ['label', 'The words on the button of the picture, with loading="click".'],
]

export const METHODS: readonly (readonly string[])[] = [
  ['load()', 'Loads the frame now, whatever loading says.'],
  ['start()', 'Starts a live run. Settles when the tool is running.'],
  ['pull(), push()', 'Pulls the plug of a live run, and plugs back in.'],
  ['seek(12)', 'Moves the playhead to a step; also seek("first") and seek("last").'],
  ['play(), pause()', 'Plays the run again from the playhead.'],
  ['getState()', 'Step, phase, plug, the sum, last event IDs, goals and score.'],
  ['getTrace()', 'Everything that was observed, as a recording without session ids.'],
  ['on(event, f)', 'Calls f with the state; returns a function that ends it.'],
  ['destroy()', 'Ends the run and takes the element out of the page.'],
]

export const EVENTS: readonly (readonly string[])[] = [
  ['ready', 'The frame can be asked.'],
  ['phase', 'A run is recorded, starting, running or settled.'],
  ['plug', 'The plug went out or in.'],
  ['step', 'The playhead moved, or the run went on.'],
  ['goal', 'The reader reached one: cut, resumed, cut-again or lost. With the score so far.'],
  ['size', 'The content has a new height.'],
  ['error', 'An option was not understood, or there is no such run. The detail’s message says which, and what there is.'],
]

export const DIALECTS: readonly (readonly string[])[] = [
  [
    'SPLICE',
    'Runestone, PreTeXt, OpenDSA, Canvas',
    'Says lti.frameResize, SPLICE.getState, SPLICE.reportScoreAndState and SPLICE.sendEvent. The state a host gives back puts the reader’s own run on stage again.',
  ],
  ['H5P resizer', 'Moodle, WordPress, Drupal with H5P', 'Tells the resizer that is on the page already each height, from a sandbox too.'],
  ['ours', 'everything else', 'JSON-RPC 2.0 objects with ns: "pull-the-plug" and v: 1. The methods and events above, by the same names.'],
]

export const API_SAMPLE = `const plug = document.querySelector('pull-the-plug')

let next = 'pull'                        // each act once: there is a step with every event
plug.on('step', async ({ ledger }) => {
  if (next === 'pull' && ledger.received >= 9) {
    next = 'push'
    await plug.pull()
  } else if (next === 'push' && ledger.missing >= 5) {
    next = ''
    await plug.push()
  }
})
plug.on('goal', ({ goal, score }) => console.log(goal, score))
await plug.start()                       // a live run, in the reader's browser`

export const OWN_SAMPLE = `const frame = document.querySelector('iframe').contentWindow
frame.postMessage({ ns: 'pull-the-plug', v: 1, jsonrpc: '2.0', id: 1, method: 'seek', params: { step: 12 } }, '*')

addEventListener('message', ({ source, data }) => {
  if (source !== frame || data?.ns !== 'pull-the-plug') return
  if (data.id === 1) console.log(data.result ?? data.error)   // the answer
  if (data.method === 'size') console.log(data.params.height)   // an event
})`
