'use client'
import type { ReactNode } from 'react'
import type { Playground } from '../../../lib/playground/types'
import type { Message } from '../../../lib/words/message'
import { messageText } from '../../../lib/words/t'
import { useT } from '../../i18n/language'
import { OfferRefused, ScenarioOffer } from '../../share/scenario-offer'
import { type OfferRead, readOffer } from './offer'

type OnStage = {
  readonly notice: ReactNode
  /** what a host starts: that run, until the reader puts it away */
  readonly start: () => Promise<void>
  /** for the author: a sentence for whatever could not be used */
  readonly misread: readonly string[]
}

/** Reads the run of the address. */
export function putOnStage(custom: string, playground: Playground): OnStage {
  const offer = readOffer(custom, playground)
  return {
    notice: <Offered offer={offer} />,
    misread: 'perform' in offer ? offer.ignored.map(alone) : [`${offer.refusal} ${messageText(offer.detail ?? [])}`.trim()],
    start: () => ('perform' in offer && offer.state() !== 'away' ? offer.perform() : playground.start()),
  }
}

function Offered({ offer }: { readonly offer: OfferRead }) {
  const t = useT()
  if ('perform' in offer) return <ScenarioOffer offer={offer} compact />
  return <OfferRefused refusal={t(offer.refusal)} {...(offer.detail && { detail: offer.detail })} />
}

const alone = (msg: Message): string => messageText([msg])
