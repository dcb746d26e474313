'use client'
/** The run of the address, above the stage: what will be done, and the button that does it. */
import { Play, X } from 'lucide-react'
import { useSyncExternalStore } from 'react'
import { FAULTS } from '../../../lib/faults/fault-list'
import type { Offer } from '../../../lib/share/offer'
import type { Act } from '../../../lib/share/scenario'
import type { Translate } from '../../../lib/words/t'
import { useT } from '../../i18n/language'
import { Trans } from '../../i18n/trans'
import type { OfferRead } from './offer'

export function OfferedRun({ offer }: { offer: OfferRead }) {
  const t = useT()
  if ('perform' in offer) return <Offered offer={offer} />
  return (
    <p className="embed-offer" role="alert">
      <span>
        <strong>{t(offer.refusal)}</strong> <Trans message={offer.detail ?? []} />
      </span>
    </p>
  )
}

function Offered({ offer }: { offer: Offer }) {
  const t = useT()
  const state = useSyncExternalStore(offer.subscribe, offer.state, offer.state)
  if (state === 'away') return null
  const acts = offer.scenario.acts.map((act) => `${doneWords(act, t)} ${markWords(act, t)}`)
  return (
    <aside className="embed-offer" aria-label={t('A run to watch')}>
      <button type="button" className="embed-offer-run" onClick={() => void offer.perform()}>
        <Play size={15} aria-hidden="true" />
        {t(state === 'offered' ? 'Run it' : 'Run it again')}
      </button>
      <p>
        <strong>{t(state === 'offered' ? 'A run to watch, live.' : 'Done live, by counts of events.')}</strong> {sentenceOf(acts)}
        <Trans message={offer.ignored} />
      </p>
      <button type="button" aria-label={t('Put this run away')} onClick={offer.putAway}>
        <X size={18} aria-hidden="true" />
      </button>
    </aside>
  )
}

const sentenceOf = (acts: readonly string[]): string => {
  const said = acts.join(', ')
  return said === '' ? '' : `${said.charAt(0).toUpperCase()}${said.slice(1)}. `
}

function markWords({ after: { count, n } }: Act, t: Translate): string {
  if (n === 0) return t('from the start')
  return t(count === 'received' ? 'after {n} received' : 'after {n} stored', { n })
}

function doneWords(act: Act, t: Translate): string {
  switch (act.kind) {
    case 'pull':
      return t('plug pulled')
    case 'push':
      return t('plugged back in')
    case 'as-kept':
      return t('asked again as kept')
    case 'fault': {
      const title = t(FAULTS.find(({ id }) => id === act.fault)?.title ?? act.fault)
      return act.on ? title : t('{fault} off', { fault: title })
    }
    case 'edit':
      return t(act.value === undefined ? '{header} left out' : '{header} changed', { header: HEADERS[act.header] })
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
