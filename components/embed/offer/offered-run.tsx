'use client'
/** The run of the address, above the stage: what will be done, and the button that does it. */
import { Play, X } from 'lucide-react'
import { useSyncExternalStore } from 'react'
import { FAULTS } from '../../../lib/faults/fault-list'
import type { Offer } from '../../../lib/share/offer'
import type { Act } from '../../../lib/share/scenario'
import type { Word } from '../../../lib/words/t'
import { useWord } from '../../i18n/language'
import { Said } from '../../i18n/reason-text'
import type { OfferRead } from './offer'

export function OfferedRun({ offer }: { offer: OfferRead }) {
  const word = useWord()
  if ('perform' in offer) return <Offered offer={offer} />
  return (
    <p className="embed-offer" role="alert">
      <span>
        <strong>{word(offer.refusal)}</strong> <Said sayings={offer.detail ?? []} />
      </span>
    </p>
  )
}

function Offered({ offer }: { offer: Offer }) {
  const word = useWord()
  const state = useSyncExternalStore(offer.subscribe, offer.state, offer.state)
  if (state === 'away') return null
  const acts = offer.scenario.acts.map((act) => `${doneWords(act, word)} ${markWords(act, word)}`)
  return (
    <aside className="embed-offer" aria-label={word('A run to watch')}>
      <button type="button" className="embed-offer-run" onClick={() => void offer.perform()}>
        <Play size={15} aria-hidden="true" />
        {word(state === 'offered' ? 'Run it' : 'Run it again')}
      </button>
      <p>
        <strong>{word(state === 'offered' ? 'A run to watch, live.' : 'Done live, by counts of events.')}</strong> {sentenceOf(acts)}
        <Said sayings={offer.ignored} />
      </p>
      <button type="button" aria-label={word('Put this run away')} onClick={offer.putAway}>
        <X size={18} aria-hidden="true" />
      </button>
    </aside>
  )
}

const sentenceOf = (acts: readonly string[]): string => {
  const said = acts.join(', ')
  return said === '' ? '' : `${said.charAt(0).toUpperCase()}${said.slice(1)}. `
}

function markWords({ after: { count, n } }: Act, word: Word): string {
  if (n === 0) return word('from the start')
  return word(count === 'received' ? 'after {n} received' : 'after {n} stored', { n })
}

function doneWords(act: Act, word: Word): string {
  switch (act.kind) {
    case 'pull':
      return word('plug pulled')
    case 'push':
      return word('plugged back in')
    case 'as-kept':
      return word('asked again as kept')
    case 'fault': {
      const title = word(FAULTS.find(({ id }) => id === act.fault)?.title ?? act.fault)
      return act.on ? title : word('{fault} off', { fault: title })
    }
    case 'edit':
      return word(act.value === undefined ? '{header} left out' : '{header} changed', { header: HEADERS[act.header] })
    default:
      return act satisfies never
  }
}

const HEADERS: Readonly<Record<Extract<Act, { kind: 'edit' }>['header'], string>> = {
  session: 'Mcp-Session-Id',
  version: 'MCP-Protocol-Version',
  call: 'Last-Event-ID',
  get: 'Last-Event-ID',
}
