'use client'
/** Opens what the address asks for (lib/share/place.ts): a row of the fault panel, a server, the menu of a kept header. Loaded only then. */
import { type RefObject, useCallback, useEffect, useState } from 'react'
import type { FaultId } from '../../../lib/faults/faults'
import { misreadPlaces, placeIn } from '../../../lib/share/place'
import { msg } from '../../../lib/words/message'
import { useT } from '../../i18n/language'
import { usePlaygroundItself } from '../../use-playground'
import './open-place.css'

/** The popovers of run-settings.tsx and server-choice.tsx. */
const SETTINGS = 'run-settings'
const TERMS = 'run-terms'

/** `followed`: whether what the address asks for was opened; it is opened once a page. */
export type OpenPlaceProps = { readonly followed: RefObject<boolean>; readonly onFault: (fault: FaultId) => void }

export function OpenPlace({ followed, onFault }: OpenPlaceProps) {
  const playground = usePlaygroundItself()
  const [edit, setEdit] = useState<string>()
  // biome-ignore lint/correctness/useExhaustiveDependencies: the address is followed once, when the page opens
  useEffect(() => {
    const place = followed.current ? undefined : placeIn(location.search)
    const misread = followed.current ? [] : misreadPlaces(location.search)
    if (misread.length > 0) playground.tell({ kind: 'file', title: msg('Something in this address is not known'), detail: misread })
    if (place && place.kind !== 'edit') followed.current = true
    if (place?.kind === 'fault') onFault(place.fault)
    else if (place?.kind === 'server') {
      playground.setOptions({ server: place.server, ...(place.server !== 'ours' && { answer: 'stream', resumability: true }) })
      openTerms()
    } else if (place?.kind === 'edit') setEdit(place.header)
  }, [])
  const done = useCallback(() => {
    followed.current = true
    setEdit(undefined)
  }, [followed])
  return edit === undefined ? null : <WaitingForTag header={edit} onDone={done} />
}

/** On a phone the terms stand in a sheet of their own. */
function openTerms(): void {
  const settings = document.getElementById(SETTINGS)
  if (settings && getComputedStyle(settings).display === 'none') settings.showPopover()
  document.getElementById(TERMS)?.showPopover()
}

/** A header can be edited only while a live run waits for its resume: the menu opens then, and until then it is said what to do. */
function WaitingForTag({ header, onDone }: { header: string; onDone: () => void }) {
  const t = useT()
  useEffect(() => {
    const tag = header === 'get' ? 'standalone' : header
    const open = () => {
      const button = document.querySelector<HTMLElement>(`.tag[data-tag="${tag}"] .tag-edit`)
      if (!button) return
      watching.disconnect()
      button.click()
      onDone()
    }
    const watching = new MutationObserver(open)
    watching.observe(document.querySelector('.kept') ?? document.body, { childList: true, subtree: true, attributes: true })
    open()
    return () => watching.disconnect()
  }, [header, onDone])
  return (
    <aside className="open-place" role="status">
      {t('To edit a kept header: start a run, then pull the plug. The menu opens by itself.')}
    </aside>
  )
}
