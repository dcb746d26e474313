'use client'
/**
 * A scenario that came with the address: offered, and when the reader runs it, done again live. Each act waits for its count of events;
 * nothing is timed. What could not be used of the link is said.
 */
import { Play, X } from 'lucide-react'
import { useEffect, useRef, useState, useSyncExternalStore } from 'react'
import { FAULTS } from '../../lib/faults/fault-list'
import type { PictureChoice } from '../../lib/model/tools/pictures'
import { createOffer, type Offer, readScenario } from '../../lib/share/offer'
import type { Act, EditedHeader, Mark, Scenario } from '../../lib/share/scenario'
import { saying, spokenText } from '../../lib/words/message'
import { phrase, type Word } from '../../lib/words/t'
import { useWord } from '../i18n/language'
import { usePlaygroundItself } from '../use-playground'

export function SharedScenario({ pictures }: { readonly pictures: readonly PictureChoice[] }) {
  const playground = usePlaygroundItself()
  const current = useRef<Offer>(undefined)
  const [offer, setOffer] = useState<Offer>()
  useEffect(() => {
    const read = () => {
      const found = readScenario(location.hash, pictures)
      if (found.kind === 'none') return
      // Once read it has done its work: the address is free for the screens of a phone.
      history.replaceState(history.state, '', location.pathname + location.search)
      if (current.current?.state() === 'performed') current.current.reset()
      if (found.kind === 'unreadable')
        return playground.tell({ kind: 'file', title: saying('This link cannot be read'), detail: found.says })
      current.current = createOffer(found, playground)
      setOffer(current.current)
      playground.setOptions(found.scenario.options)
    }
    read()
    addEventListener('hashchange', read)
    return () => removeEventListener('hashchange', read)
  }, [playground, pictures])
  return offer ? <Offered offer={offer} /> : null
}

function Offered({ offer }: { readonly offer: Offer }) {
  const word = useWord()
  const state = useSyncExternalStore(offer.subscribe, offer.state, offer.state)
  if (state === 'away') return null
  const running = state === 'performed'
  return (
    <aside className="shared-scenario" data-running={running || undefined} aria-label={word('A shared scenario')}>
      <p>
        <strong>{word('A shared scenario.')}</strong>{' '}
        {running ? word('It is done again, live.') : `${wordsOf(offer.scenario, word)} ${spokenText(offer.ignored, word)}`}
      </p>
      <button type="button" className="shared-run" onClick={() => void offer.perform()}>
        <Play size={15} aria-hidden="true" />
        {running ? word('Run it again') : word('Run this scenario')}
      </button>
      <button type="button" className="icon-button" aria-label={word('Put this scenario away')} onClick={offer.putAway}>
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
