'use client'
/**
 * A scenario that came with the address: offered, and when the reader runs it, done again live. Each act waits for its count of events;
 * nothing is timed. What could not be used of the link is said.
 */
import { Play, X } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { FAULTS } from '../../lib/faults/fault-list'
import { DEFAULT_OPTIONS } from '../../lib/model/run-options'
import type { PictureChoice } from '../../lib/model/tools/pictures'
import { readLink } from '../../lib/share/link'
import { performScenario } from '../../lib/share/performer'
import { type Act, type EditedHeader, type Mark, type Scenario, SHARED_FAULTS } from '../../lib/share/scenario'
import { type Saying, saying, spokenText } from '../../lib/words/message'
import { phrase, type Word } from '../../lib/words/t'
import { useWord } from '../i18n/language'
import { usePlaygroundItself } from '../use-playground'

type Offer = { readonly scenario: Scenario; readonly ignored: readonly Saying[] }

export function SharedScenario({ pictures }: { readonly pictures: readonly PictureChoice[] }) {
  const word = useWord()
  const playground = usePlaygroundItself()
  const acting = useRef<AbortController>(undefined)
  const [offer, setOffer] = useState<Offer>()
  const [running, setRunning] = useState(false)
  useEffect(() => {
    const read = () => {
      const found = readLink(location.hash, {
        pictures: pictures.map(({ name }) => name),
        faults: SHARED_FAULTS,
        usual: DEFAULT_OPTIONS,
      })
      if (found.kind === 'none') return
      // Once read it has done its work: the address is free for the screens of a phone.
      history.replaceState(history.state, '', location.pathname + location.search)
      acting.current?.abort()
      setRunning(false)
      if (found.kind === 'unreadable')
        return playground.tell({ kind: 'file', title: saying('This link cannot be read'), detail: found.says })
      setOffer(found)
      playground.setOptions(found.scenario.options)
    }
    read()
    addEventListener('hashchange', read)
    return () => removeEventListener('hashchange', read)
  }, [playground, pictures])
  if (!offer) return null
  const { scenario, ignored } = offer
  return (
    <aside className="shared-scenario" data-running={running || undefined} aria-label={word('A shared scenario')}>
      <p>
        <strong>{word('A shared scenario.')}</strong>{' '}
        {running ? word('It is done again, live.') : `${wordsOf(scenario, word)} ${spokenText(ignored, word)}`}
      </p>
      <button
        type="button"
        className="shared-run"
        onClick={() => {
          acting.current?.abort()
          acting.current = new AbortController()
          setRunning(true)
          void performScenario(scenario, playground, acting.current.signal)
        }}
      >
        <Play size={15} aria-hidden="true" />
        {running ? word('Run it again') : word('Run this scenario')}
      </button>
      <button
        type="button"
        className="icon-button"
        aria-label={word('Put this scenario away')}
        onClick={() => {
          acting.current?.abort()
          setOffer(undefined)
          setRunning(false)
        }}
      >
        <X size={18} aria-hidden="true" />
      </button>
    </aside>
  )
}

/** "paint_picture; pulled after 9 received, pushed in after 14 stored." */
function wordsOf({ options, acts }: Scenario, word: Word): string {
  const said = acts.map((act) => {
    const parts = { act: doneWords(act, word), n: act.after.n }
    return act.after.n === 0 ? word('{act} from the start', parts) : word(AFTER[act.after.count], parts)
  })
  return `${options.tool}${said.length > 0 ? `; ${said.join(', ')}` : ''}.`
}

const AFTER: Readonly<Record<Mark['count'], string>> = {
  received: phrase('{act} after {n} received'),
  stored: phrase('{act} after {n} stored'),
}

function doneWords(act: Act, word: Word): string {
  switch (act.kind) {
    case 'pull':
      return word('pulled')
    case 'push':
      return word('pushed in')
    case 'as-kept':
      return word('asked again as kept')
    case 'fault': {
      const fault = word(FAULTS.find(({ id }) => id === act.fault)?.title ?? act.fault)
      return act.on ? fault : word('{fault} off', { fault })
    }
    case 'edit':
      return word(act.value === undefined ? LEFT_OUT[act.header] : CHANGED[act.header])
    default:
      return act satisfies never
  }
}

const CHANGED: Readonly<Record<EditedHeader, string>> = {
  session: phrase('session header changed'),
  version: phrase('version header changed'),
  call: phrase('call header changed'),
  get: phrase('get header changed'),
}
const LEFT_OUT: Readonly<Record<EditedHeader, string>> = {
  session: phrase('session header left out'),
  version: phrase('version header left out'),
  call: phrase('call header left out'),
  get: phrase('get header left out'),
}
