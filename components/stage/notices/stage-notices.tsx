'use client'
/**
 * What came up with the address: an offered scenario. Beside a text column it stands at the head of that column, where it pushes only text;
 * where there is none in view it lies over the bar. So it covers nothing of the run.
 */
import { type ReactNode, useSyncExternalStore } from 'react'
import { createPortal } from 'react-dom'
import './stage-notices.css'

/** Where the text column takes what came up: its first child. */
export function NewsPlace() {
  return <div className="news-place" data-news="" />
}

/** From here on text and stage stand beside each other (stage.css). */
const BESIDE = '(min-width: 961px)'

export function StageNews({ children }: { readonly children: ReactNode }) {
  const place = useSyncExternalStore(watchWidth, placeNow, () => null)
  const inPlace = place?.matches('[data-news]') ? children : <div className="stage-news">{children}</div>
  return place ? createPortal(inPlace, place) : inPlace
}

/** The head of the text column, or the page whose bar it lies over; null: the stage itself. */
function placeNow(): Element | null {
  return matchMedia(BESIDE).matches ? document.querySelector('[data-news]') : document.querySelector('.app:has(> .bar)')
}

function watchWidth(changed: () => void): () => void {
  const beside = matchMedia(BESIDE)
  beside.addEventListener('change', changed)
  return () => beside.removeEventListener('change', changed)
}
