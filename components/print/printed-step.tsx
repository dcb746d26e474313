'use client'
/**
 * What goes on paper instead of the stage: the moment on screen as a figure. It is loaded when the run has moved and rests, or when
 * the address asks for it (`figure`), and drawn only while the browser prints. A page that is printed untouched shows
 * the picture of the recorded run it opened with, which browsers fetch when they print; without one, the stage itself (print.css).
 */
import { type ComponentType, useEffect, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { stepAt } from '../../lib/embed/view'
import type { PlaygroundState } from '../../lib/playground/types'
import { PROTOCOL_REVISION } from '../../lib/protocol/observation'
import { useT } from '../i18n/language'
import { fromRoot } from '../shared/from-root'
import { useMoment, usePlayground, usePlaygroundItself } from '../use-playground'
import './print.css'
import type { StepFigureProps } from './step-figure'

/** Held as a component, not lazily: a browser that prints does not wait. */
type StepFigure = ComponentType<StepFigureProps>

type Printing = 'no' | 'printing' | 'always'

/** Whether the page goes on paper now. `prepare` is called when the address asks for the figure, and when the reader first acts, if `onAct`. */
export function usePrinting(prepare: () => void, onAct = true): Printing {
  const [shown, setShown] = useState<Printing>('no')
  const latest = useRef(prepare)
  useEffect(() => {
    const always = new URLSearchParams(location.search).has('figure')
    if (always) latest.current()
    if (always) setShown('always')
    const act = () => onAct && latest.current()
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
  }, [onAct])
  return shown
}

/** `picture`: the scenario whose poster shows the run as it stands at first. */
export function PrintedStep({ title, picture }: { title: string; picture?: string }) {
  const [loaded, setLoaded] = useState<StepFigure>()
  const load = () => void import('./step-figure').then(({ StepFigure }) => setLoaded(() => StepFigure))
  const shown = usePrinting(load, picture === undefined)
  const moved = useMoved(load)
  if (!loaded && picture !== undefined && !moved && shown !== 'always') {
    return <PrintedPoster title={title} picture={picture} address={shown === 'printing' ? addressOf(undefined) : undefined} />
  }
  if (shown === 'no' || !loaded) return null
  // shown alone, the figure is what the page is about
  const Place = shown === 'always' ? 'main' : 'div'
  return (
    <Place className="printed-step" data-always={shown === 'always' || undefined}>
      <Printed title={title} figure={loaded} />
    </Place>
  )
}

/** Whether the run is no longer as it stood when the page opened. `onRest` is called once, when it is so and the run rests (`rests`). */
function useMoved(onRest: () => void): boolean {
  const playground = usePlaygroundItself()
  const [opened] = useState(() => playground.getState())
  const [moved, setMoved] = useState(false)
  const latest = useRef(onRest)
  useEffect(() => {
    const look = (state: typeof opened) => {
      if (state.trace === opened.trace && state.playhead === opened.playhead) return
      setMoved(true)
      if (!rests(state)) return
      unsubscribe()
      latest.current()
    }
    const unsubscribe = playground.subscribe(look)
    look(playground.getState())
    return unsubscribe
  }, [playground, opened])
  return moved
}

/** A run that has just begun is left to its engine alone: what is loaded for paper waits until the plug was pulled, the run is over, or the reader looks back. */
function rests({ phase, playhead, trace: { observations } }: PlaygroundState): boolean {
  if (phase === 'starting') return false
  return phase !== 'running' || playhead.kind === 'at' || observations.some(({ kind }) => kind === 'plug.pulled')
}

function PrintedPoster({ title, picture, address }: { title: string; picture: string; address: string | undefined }) {
  const t = useT()
  return (
    <div className="printed-step">
      <figure>
        {/* biome-ignore lint/performance/noImgElement: a small drawing, the same at every size */}
        <img src={fromRoot(`/embed/v1/${picture}.svg`)} alt="" width={760} height={430} loading="lazy" />
        <figcaption>
          <p>
            <strong>{title}.</strong> {t('MCP {revision}, Streamable HTTP. A recorded run. Live version:', { revision: PROTOCOL_REVISION })}
          </p>
          <p className="printed-address">{address}</p>
        </figcaption>
      </figure>
    </div>
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
