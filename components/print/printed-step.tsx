'use client'
/**
 * What goes on paper instead of the stage: the moment on screen as a figure. It is loaded when the reader first acts, or when the address
 * asks for it (`figure`), and drawn only while the browser prints. A page that is printed untouched prints the stage itself (print.css).
 */
import { type ComponentType, useEffect, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { stepAt } from '../../lib/embed/view'
import { useMoment, usePlayground } from '../use-playground'
import './print.css'
import type { StepFigureProps } from './step-figure'

/** Held as a component, not lazily: a browser that prints does not wait. */
type StepFigure = ComponentType<StepFigureProps>

export type Printing = 'no' | 'printing' | 'always'

/** Whether the page goes on paper now. `prepare` is called once, when the reader first acts or when the address asks for the figure. */
export function usePrinting(prepare: () => void): Printing {
  const [shown, setShown] = useState<Printing>('no')
  const latest = useRef(prepare)
  useEffect(() => {
    const always = new URLSearchParams(location.search).has('figure')
    if (always) latest.current()
    if (always) setShown('always')
    const act = () => latest.current()
    const before = () => flushSync(() => setShown((now) => (now === 'no' ? 'printing' : now)))
    const after = () => setShown((now) => (now === 'printing' ? 'no' : now))
    const options = { once: true, passive: true }
    addEventListener('pointerdown', act, options)
    addEventListener('keydown', act, options)
    addEventListener('beforeprint', before)
    addEventListener('afterprint', after)
    return () => {
      removeEventListener('pointerdown', act)
      removeEventListener('keydown', act)
      removeEventListener('beforeprint', before)
      removeEventListener('afterprint', after)
    }
  }, [])
  return shown
}

export function PrintedStep({ title }: { title: string }) {
  const [loaded, setLoaded] = useState<StepFigure>()
  const shown = usePrinting(() => void import('./step-figure').then(({ StepFigure }) => setLoaded(() => StepFigure)))
  if (shown === 'no' || !loaded) return null
  // shown alone, the figure is what the page is about
  const Place = shown === 'always' ? 'main' : 'div'
  return (
    <Place className="printed-step" data-always={shown === 'always' || undefined}>
      <Printed title={title} figure={loaded} />
    </Place>
  )
}

function Printed({ title, figure: Figure }: { title: string; figure: StepFigure }) {
  const trace = usePlayground((state) => state.trace)
  const options = usePlayground((state) => state.options)
  const at = useMoment()
  return <Figure trace={trace} at={at} next={options} title={title} address={addressOf(trace.recorded && stepAt(trace, at))} />
}

/** Of this page, without what only suits a screen; at this step where the run is one that everybody has. */
function addressOf(step: number | undefined): string {
  const { origin, pathname, search } = new URL(location.href)
  const query = new URLSearchParams(search)
  for (const name of ['figure', 'theme', 'height', 'lang', 'step']) query.delete(name)
  if (step !== undefined && pathname.includes('/embed/')) query.set('step', String(step))
  const text = query.toString()
  return `${origin}${pathname}${text ? `?${text}` : ''}`
}
