'use client'
/**
 * A scenario that came with an address, offered: what will be done, and the button that does it. `compact` in an embed, where it stands
 * above the stage; elsewhere it is one of the notices.
 */
import { Play, X } from 'lucide-react'
import { type ReactNode, useSyncExternalStore } from 'react'
import { actsText } from '../../lib/share/act-words'
import type { Offer } from '../../lib/share/offer'
import type { Message } from '../../lib/words/message'
import { messageText } from '../../lib/words/t'
import { useT } from '../i18n/language'
import { Trans } from '../i18n/trans'

type ScenarioOfferProps = { readonly offer: Offer; readonly compact?: boolean }

export function ScenarioOffer({ offer, compact = false }: ScenarioOfferProps) {
  const t = useT()
  const state = useSyncExternalStore(offer.subscribe, offer.state, offer.state)
  if (state === 'away') return null
  const performed = state === 'performed'
  const said = [`${offer.scenario.options.tool}.`, actsText(offer.scenario.acts, t), messageText(offer.ignored, t)]
  return (
    <aside
      className={compact ? 'embed-offer' : 'shared-scenario'}
      data-running={performed || undefined}
      aria-label={t('A shared scenario')}
    >
      <p>
        <strong>{performed ? t('Performed live, by counts of events.') : t('A shared scenario.')}</strong>{' '}
        {said.filter((part) => part !== '').join(' ')}
      </p>
      <button
        type="button"
        className="inline-flex min-h-10 flex-none items-center gap-1.5 rounded-full bg-ink px-3.5 font-semibold text-paper whitespace-nowrap pointer-coarse:min-h-11"
        onClick={() => void offer.perform()}
      >
        <Play size={15} aria-hidden="true" />
        {performed ? t('Run it again') : t('Run this scenario')}
      </button>
      <button
        type="button"
        className="ml-auto grid min-h-11 min-w-11 flex-none place-items-center rounded-[10px]"
        aria-label={t('Put this scenario away')}
        onClick={offer.putAway}
      >
        <X size={18} aria-hidden="true" />
      </button>
    </aside>
  )
}

/** Why there is nothing to offer. */
export function OfferRefused({ refusal, detail = [] }: { readonly refusal: ReactNode; readonly detail?: readonly Message[] }) {
  return (
    <p className="embed-offer" role="alert">
      <span>
        <strong>{refusal}</strong> <Trans message={detail} />
      </span>
    </p>
  )
}
