'use client'
/**
 * Reads the scenario that came with the address and offers it. When the reader runs it, it is performed live: each act waits for its count of
 * events, nothing is timed. What could not be used of the link is said.
 */
import { useEffect, useRef, useState } from 'react'
import type { PictureChoice } from '../../../lib/model/tools/pictures'
import { createOffer, type Offer, readScenario } from '../../../lib/share/offer'
import { msg } from '../../../lib/words/message'
import { usePlaygroundItself } from '../../use-playground'
import { ScenarioOffer } from '../scenario-offer'

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
  return offer ? <ScenarioOffer offer={offer} /> : null
}
