'use client'
/**
 * The terms of the next run, behind one quiet button: which server answers, how, and whether the client remembers ids. A server that is
 * broken on purpose is chosen by number, so that its bug can be found from the trace.
 */
import { ChevronDown, Server } from 'lucide-react'
import { BUGS, type BugId, bugOf, caseNumber, GALLERY } from '../../lib/faults/gallery'
import type { RunOptions } from '../../lib/model/run-options'
import { msg } from '../../lib/words/message'
import type { Translate } from '../../lib/words/t'
import { useT } from '../i18n/language'
import { HomeChoice } from './home-choice'
import './server-choice.css'

type RunTermsProps = { readonly options: RunOptions; readonly onChange: (options: Partial<RunOptions>) => void }

const CARD = 'run-terms'

type Family = 'ours' | 'sdk' | 'sdk-example' | 'broken'

const SERVERS: readonly { readonly id: Family; readonly name: string; readonly says: string }[] = [
  { id: 'ours', name: msg('Ours'), says: msg('Every stream is read from the event log, live or again.') },
  { id: 'sdk', name: msg('The SDK, correct store'), says: msg('The replay of the TypeScript SDK as it is, over our log.') },
  {
    id: 'sdk-example',
    name: msg('The SDK, example store'),
    says: msg('InMemoryEventStore from the SDK’s examples, used in production by mistake.'),
  },
  { id: 'broken', name: msg('Broken on purpose'), says: msg('A real and public bug. Find it from the trace.') },
]

export function RunTerms({ options, onChange }: RunTermsProps) {
  const t = useT()
  const bug = bugOf(options.server)
  const family: Family = bug ? 'broken' : (SERVERS.find(({ id }) => id === options.server)?.id ?? 'ours')
  return (
    <>
      <button type="button" className="terms-open" popoverTarget={CARD}>
        <Server size={15} aria-hidden="true" />
        <span>
          <span className="terms-word">{t('Server:')} </span>
          {shortName(t, family, bug)}
        </span>
        <ChevronDown size={14} aria-hidden="true" />
      </button>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be a popover */}
      <div id={CARD} className="terms" popover="auto" role="group" aria-label={t('Terms of the next run')}>
        <fieldset>
          <legend>{t('Who answers the next run')}</legend>
          {SERVERS.map(({ id, name, says }) => (
            <label key={id} className="term-choice">
              <input
                type="radio"
                name="server"
                checked={family === id}
                onChange={() => onChange(termsFor(id === 'broken' ? `broken-${BUGS[0]}` : id))}
              />
              <span>
                {t(name)}
                <small>{t(says)}</small>
              </span>
            </label>
          ))}
          {bug && <Case bug={bug} onChange={(next) => onChange({ server: `broken-${next}` })} />}
        </fieldset>
        <fieldset>
          <legend>{t('How it answers a call')}</legend>
          <div className="term-pair">
            <label className="term-choice">
              <input type="radio" name="answer" checked={options.answer === 'stream'} onChange={() => onChange({ answer: 'stream' })} />
              <span>{t('An event stream')}</span>
            </label>
            <label className="term-choice">
              <input
                type="radio"
                name="answer"
                checked={options.answer === 'json'}
                onChange={() => onChange({ answer: 'json', server: 'ours' })}
              />
              <span>{t('One JSON body')}</span>
            </label>
          </div>
          {options.answer === 'json' && <p>{t('No stream, no event ids: what is cut cannot be resumed.')}</p>}
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
            {t('The client remembers event ids')}
            <small>
              {options.dropsDuplicates ? t('What comes twice is dropped.') : t('What comes twice reaches the application twice.')}
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

function shortName(t: Translate, family: Family, bug: BugId | undefined): string {
  switch (family) {
    case 'ours':
      return t('ours')
    case 'sdk':
      return 'SDK'
    case 'sdk-example':
      return t('SDK example')
    case 'broken':
      return bug ? t('case {n}', { n: caseNumber(bug) }) : t('broken')
  }
}

function Case({ bug, onChange }: { bug: BugId; onChange: (bug: BugId) => void }) {
  const t = useT()
  return (
    <div className="term-case">
      <label className="choice">
        <span>{t('Case')}</span>
        <select value={bug} onChange={({ target }) => onChange(target.value as BugId)}>
          {BUGS.map((one) => (
            <option key={one} value={one}>
              {t('Case {n} of {total}', { n: caseNumber(one), total: BUGS.length })}
            </option>
          ))}
        </select>
        <ChevronDown size={14} aria-hidden="true" />
      </label>
      <p>
        {t(GALLERY[bug].provoke.how)} {t('Then open Check.')}
      </p>
    </div>
  )
}
