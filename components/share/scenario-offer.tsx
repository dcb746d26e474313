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
import { msg } from '../../lib/words/message'
import { messageText, type Translate } from '../../lib/words/t'
import { useT } from '../i18n/language'
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
      if (found.kind === 'unreadable') return playground.tell({ kind: 'file', title: msg('This link cannot be read'), detail: found.says })
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
  const t = useT()
  const state = useSyncExternalStore(offer.subscribe, offer.state, offer.state)
  if (state === 'away') return null
  const running = state === 'performed'
  return (
    <aside className="shared-scenario" data-running={running || undefined} aria-label={t('A shared scenario')}>
      <p>
        <strong>{t('A shared scenario.')}</strong>{' '}
        {running ? t('It is done again, live.') : `${wordsOf(offer.scenario, t)} ${messageText(offer.ignored, t)}`}
      </p>
      <button type="button" className="shared-run" onClick={() => void offer.perform()}>
        <Play size={15} aria-hidden="true" />
        {running ? t('Run it again') : t('Run this scenario')}
      </button>
      <button type="button" className="icon-button" aria-label={t('Put this scenario away')} onClick={offer.putAway}>
        <X size={18} aria-hidden="true" />
      </button>
    </aside>
  )
}

/** "paint_picture; pulled after 9 received, pushed in after 14 stored." */
function wordsOf({ options, acts }: Scenario, t: Translate): string {
  const said = acts.map((act) => {
    const parts = { act: doneWords(act, t), n: act.after.n }
    return act.after.n === 0 ? t('{act} from the start', parts) : t(AFTER[act.after.count], parts)
  })
  return `${options.tool}${said.length > 0 ? `; ${said.join(', ')}` : ''}.`
}

const AFTER: Readonly<Record<Mark['count'], string>> = {
  received: msg('{act} after {n} received'),
  stored: msg('{act} after {n} stored'),
}

function doneWords(act: Act, t: Translate): string {
  switch (act.kind) {
    case 'pull':
      return t('pulled')
    case 'push':
      return t('pushed in')
    case 'as-kept':
      return t('asked again as kept')
    case 'fault': {
      const fault = t(FAULTS.find(({ id }) => id === act.fault)?.title ?? act.fault)
      return act.on ? fault : t('{fault} off', { fault })
    }
    case 'edit':
      return t(act.value === undefined ? LEFT_OUT[act.header] : CHANGED[act.header])
    default:
      return act satisfies never
  }
}

const CHANGED: Readonly<Record<EditedHeader, string>> = {
  session: msg('session header changed'),
  version: msg('version header changed'),
  call: msg('call header changed'),
  get: msg('get header changed'),
}
const LEFT_OUT: Readonly<Record<EditedHeader, string>> = {
  session: msg('session header left out'),
  version: msg('version header left out'),
  call: msg('call header left out'),
  get: msg('get header left out'),
}
