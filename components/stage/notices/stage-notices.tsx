'use client'
/**
 * What came up with the address: an offered scenario. Beside a text column it stands at the head of that column, where it pushes only text;
 * where there is none in view it lies over the bar. So it covers nothing of the run.
 */
import { type ReactNode, useLayoutEffect, useRef, useState, useSyncExternalStore } from 'react'
import { createPortal } from 'react-dom'
import './stage-notices.css'

/** Where the text column takes what came up: its first child. */
export function NewsPlace() {
  return <div className="news-place" />
}

/** From here on text and stage stand beside each other (stage.css). */
const BESIDE = '(min-width: 961px)'

/**
 * React renders into one element, which moves from place to place: what stands in it keeps its state when the window crosses a breakpoint.
 */
export function StageNews({ children }: { readonly children: ReactNode }) {
  const place = useSyncExternalStore(watchWidth, placeNow, () => null)
  const here = useRef<HTMLDivElement>(null)
  const [element, setElement] = useState<HTMLElement>()
  useLayoutEffect(() => setElement(document.createElement('div')), [])
  useLayoutEffect(() => {
    if (!element) return
    element.className = place?.matches('.news-place') ? 'stage-news-beside' : 'stage-news'
    ;(place ?? here.current)?.append(element)
    return () => element.remove()
  }, [element, place])
  return (
    <div className="contents" ref={here}>
      {element && createPortal(children, element)}
    </div>
  )
}

/** The head of the text column, or the page whose bar it lies over; null: the stage itself. */
function placeNow(): Element | null {
  return matchMedia(BESIDE).matches ? document.querySelector('.news-place') : document.querySelector('.app:has(> .bar)')
}

function watchWidth(changed: () => void): () => void {
  const beside = matchMedia(BESIDE)
  beside.addEventListener('change', changed)
  return () => beside.removeEventListener('change', changed)
}
