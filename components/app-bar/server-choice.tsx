'use client'
/**
 * The terms of the next run, behind one quiet button: which server answers, how, and whether the client remembers ids. A server that is
 * broken on purpose is chosen by number, so that its bug can be found from the trace.
 */
import { ChevronDown, Server } from 'lucide-react'
import { BUGS, type BugId, bugOf, caseNumber, GALLERY } from '../../lib/faults/gallery'
import type { RunOptions } from '../../lib/model/run-options'
import { phrase, type Word } from '../../lib/words/t'
import { useWord } from '../i18n/language'
import { HomeChoice } from './home-choice'
import './server-choice.css'

type RunTermsProps = { readonly options: RunOptions; readonly onChange: (options: Partial<RunOptions>) => void }

const CARD = 'run-terms'

type Family = 'ours' | 'sdk' | 'sdk-example' | 'broken'

const SERVERS: readonly { readonly id: Family; readonly name: string; readonly says: string }[] = [
  { id: 'ours', name: phrase('Ours'), says: phrase('Every stream is read from the event log, live or again.') },
  { id: 'sdk', name: phrase('The SDK, correct store'), says: phrase('The replay of the TypeScript SDK as it is, over our log.') },
  {
    id: 'sdk-example',
    name: phrase('The SDK, example store'),
    says: phrase('The store of the SDK’s own examples, taken for the real thing.'),
  },
  { id: 'broken', name: phrase('Broken on purpose'), says: phrase('A real and public bug. Find it from the trace.') },
]

export function RunTerms({ options, onChange }: RunTermsProps) {
  const word = useWord()
  const bug = bugOf(options.server)
  const family: Family = bug ? 'broken' : (SERVERS.find(({ id }) => id === options.server)?.id ?? 'ours')
  return (
    <>
      <button type="button" className="terms-open" popoverTarget={CARD}>
        <Server size={15} aria-hidden="true" />
        <span>
          <span className="terms-word">{word('Server:')} </span>
          {shortName(word, family, bug)}
        </span>
        <ChevronDown size={14} aria-hidden="true" />
      </button>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be a popover */}
      <div id={CARD} className="terms" popover="auto" role="group" aria-label={word('Terms of the next run')}>
        <fieldset>
          <legend>{word('Who answers the next run')}</legend>
          {SERVERS.map(({ id, name, says }) => (
            <label key={id} className="term-choice">
              <input
                type="radio"
                name="server"
                checked={family === id}
                onChange={() => onChange(termsFor(id === 'broken' ? `broken-${BUGS[0]}` : id))}
              />
              <span>
                {word(name)}
                <small>{word(says)}</small>
              </span>
            </label>
          ))}
          {bug && <Case bug={bug} onChange={(next) => onChange({ server: `broken-${next}` })} />}
        </fieldset>
        <fieldset>
          <legend>{word('How it answers a call')}</legend>
          <div className="term-pair">
            <label className="term-choice">
              <input type="radio" name="answer" checked={options.answer === 'stream'} onChange={() => onChange({ answer: 'stream' })} />
              <span>{word('An event stream')}</span>
            </label>
            <label className="term-choice">
              <input
                type="radio"
                name="answer"
                checked={options.answer === 'json'}
                onChange={() => onChange({ answer: 'json', server: 'ours' })}
              />
              <span>{word('One JSON body')}</span>
            </label>
          </div>
          {options.answer === 'json' && <p>{word('No stream, no event ids: what is cut cannot be resumed.')}</p>}
        </fieldset>
        <label className="toggle">
          <input
            type="checkbox"
            role="switch"
            aria-checked={options.dropsDuplicates}
            checked={options.dropsDuplicates}
            onChange={({ target }) => onChange({ dropsDuplicates: target.checked })}
          />
          <span>
            {word('The client remembers event ids')}
            <small>
              {options.dropsDuplicates ? word('What comes twice is dropped.') : word('What comes twice reaches the application twice.')}
            </small>
          </span>
        </label>
        <div className="terms-home">
          <HomeChoice home={options.home} onChange={(home) => onChange({ home })} />
        </div>
      </div>
    </>
  )
}

/** A server other than ours always streams and always gives ids. */
function termsFor(server: RunOptions['server']): Partial<RunOptions> {
  return server === 'ours' ? { server } : { server, answer: 'stream', resumability: true }
}

function shortName(word: Word, family: Family, bug: BugId | undefined): string {
  switch (family) {
    case 'ours':
      return word('ours')
    case 'sdk':
      return 'SDK'
    case 'sdk-example':
      return word('SDK example')
    case 'broken':
      return bug ? word('case {n}', { n: caseNumber(bug) }) : word('broken')
  }
}

function Case({ bug, onChange }: { bug: BugId; onChange: (bug: BugId) => void }) {
  const word = useWord()
  return (
    <div className="term-case">
      <label className="choice">
        <span>{word('Case')}</span>
        <select value={bug} onChange={({ target }) => onChange(target.value as BugId)}>
          {BUGS.map((one) => (
            <option key={one} value={one}>
              {word('Case {n} of {total}', { n: caseNumber(one), total: BUGS.length })}
            </option>
          ))}
        </select>
        <ChevronDown size={14} aria-hidden="true" />
      </label>
      <p>
        {word(GALLERY[bug].provoke.how)} {word('Then open Check.')}
      </p>
    </div>
  )
}
