'use client'
/**
 * The timeline as a component: measures itself, draws, and hands pointer and keys on as wishes (seek, step, select). It derives nothing:
 * times come from the Timeline, what is missing from the Snapshot. Before it is measured it is drawn at a common size and stretched,
 * so the first paint needs no script.
 */
import { type CSSProperties, type RefObject, useEffect, useLayoutEffect, useMemo, useRef } from 'react'
import type { Milliseconds } from '../../lib/protocol/observation'
import type { Timeline as TimelineData } from '../../lib/trace/timeline/timeline-types'
import { useT } from '../i18n/language'
import type { Hit } from './hit-test'
import { DEFAULT_HEIGHT, type LaneSize, WIRE_Y } from './layout/lanes'
import { edgeOf, layoutPx, momentPx } from './layout/layout-px'
import { Playhead } from './playhead'
import css from './timeline.module.css'
import { DeliveryLines, Folds, Ground, Marks, Moment, Outlines, Words } from './timeline-drawing'
import { Tip } from './tip'
import { useScrub } from './use-scrub'
import { type Size, useSize } from './use-size'

type TimelineSelection = { readonly kind: 'event'; readonly key: string } | { readonly kind: 'connection'; readonly id: string }

type TimelineProps = {
  readonly timeline: TimelineData
  /** the playhead, after the origin of the timeline */
  readonly at: Milliseconds
  /** keys of the events that are missing at the playhead */
  readonly missing: ReadonlySet<string>
  readonly selection?: TimelineSelection
  /** what happened at the playhead, in words */
  readonly sentence: string
  readonly onSeek: (at: Milliseconds | 'now') => void
  readonly onStep: (by: 1 | -1, unit: 'event' | 'exchange') => void
  readonly onJump: (to: 'first' | 'last') => void
  readonly onSelect: (selection: TimelineSelection | undefined) => void
}

const PHONE_MIN_WIDTH = 560
const PHONE_MAX_WIDTH = 2400
const PHONE_PX_PER_SECOND = 90
const BEFORE_WIDTH = { desktop: 1000, mid: 900 } as const

export function Timeline(props: TimelineProps) {
  const ref = useRef<HTMLDivElement>(null)
  const size = useSize(ref)
  useKeptFocus(ref, size !== undefined)
  return (
    <div className={css.timeline} ref={ref}>
      {size ? (
        <Measured {...props} size={size} />
      ) : (
        (['desktop', 'mid'] as const).map((before) => (
          <div key={before} className={css.scroller} data-scrolls="">
            <Canvas {...props} size={before} width={BEFORE_WIDTH[before]} height={DEFAULT_HEIGHT[before]} before scrolls={false} />
          </div>
        ))
      )}
    </div>
  )
}

/** The playhead is drawn anew once the timeline is measured. Whoever had it in focus keeps it. */
function useKeptFocus(ref: RefObject<HTMLElement | null>, measured: boolean): void {
  const had = useRef(false)
  useLayoutEffect(() => {
    if (!measured) had.current = ref.current?.contains(document.activeElement) ?? false
    else if (had.current) ref.current?.querySelector('input')?.focus({ preventScroll: true })
  }, [ref, measured])
}

/** On a phone the run gets the width it needs and is scrolled; the playhead stays in view. */
function Measured({ size, ...props }: TimelineProps & { size: Size }) {
  const scroller = useRef<HTMLDivElement>(null)
  const lanes: LaneSize = !size.phone && size.wireY === WIRE_Y.mid ? 'mid' : 'desktop'
  const wanted = Math.max(PHONE_MIN_WIDTH, Math.min(150 + 36 + (props.timeline.axisEnd / 1000) * PHONE_PX_PER_SECOND, PHONE_MAX_WIDTH))
  const width = size.phone ? Math.max(Math.round(wanted), size.width) : size.width
  const scrolls = width > size.width
  const x = (props.at / (props.timeline.axisEnd || 1)) * (width - 186) + 150
  useEffect(() => {
    const element = scroller.current
    if (!scrolls || !element) return
    const { scrollLeft, clientWidth } = element
    if (x < scrollLeft + 60 || x > scrollLeft + clientWidth - 60) element.scrollLeft = x - clientWidth * 0.6
  }, [x, scrolls])
  return (
    <div ref={scroller} className={css.scroller} data-scrolls={scrolls ? '' : undefined}>
      <Canvas {...props} size={lanes} width={width} height={size.height} scrolls={scrolls} stub={size.phone} />
    </div>
  )
}

type CanvasProps = TimelineProps & {
  readonly size: LaneSize
  readonly width: number
  readonly height: number
  readonly scrolls: boolean
  /** not measured yet: stretch to whatever there is */
  readonly before?: boolean
  /** the cable is not there to meet the flare: draw its last piece */
  readonly stub?: boolean
}

function Canvas(props: CanvasProps) {
  const { timeline, size, width, height, at, missing, selection, scrolls, before } = props
  const t = useT()
  const drawing = useMemo(() => layoutPx(timeline, size, width, height, t), [timeline, size, width, height, t])
  const moment = useMemo(() => momentPx(drawing, at, missing), [drawing, at, missing])
  const scrub = useScrub(drawing, scrolls, props.onSeek, (hit) => props.onSelect(toggled(selectionOf(hit), selection)))
  const { lanes, scale } = drawing
  const edge = at >= timeline.duration ? width : edgeOf(drawing, at)
  const style: CSSProperties = before ? {} : { width }
  return (
    <div
      className={before ? `${css.canvas} ${css.before}` : css.canvas}
      style={style}
      data-size={size}
      data-over={scrub.hover ? '' : undefined}
      data-dragging={scrub.dragging ? '' : undefined}
      {...scrub.handlers}
    >
      <svg
        className={css.svg}
        viewBox={`0 0 ${width} ${before ? height : lanes.height}`}
        preserveAspectRatio="none"
        aria-hidden="true"
        style={before ? undefined : { height: lanes.height }}
      >
        {props.stub && <CableStub y={lanes.wireMid} to={lanes.flareX + 2} />}
        <Ground drawing={drawing} />
        <DeliveryLines drawing={drawing} />
        <Moment paths={moment} />
        <Marks drawing={drawing} />
        <Folds drawing={drawing} />
        {edge < width && (
          <>
            <rect className={css.veilStage} x={edge} y={lanes.axisY + 1} width={width - edge} height={lanes.wireBottom - lanes.axisY - 1} />
            <rect className={css.veilWall} x={edge} y={lanes.wireBottom} width={width - edge} height={lanes.height - lanes.wireBottom} />
          </>
        )}
        <Words drawing={drawing} rings={moment.rings} edge={edge} stem={scale.x(at)} />
        <Outlines drawing={drawing} className={css.hovered} {...outlineOf(scrub.hover && selectionOf(scrub.hover))} />
        <Outlines drawing={drawing} className={css.selected} {...outlineOf(selection)} />
      </svg>
      <div className={css.strip} />
      <Playhead
        at={at}
        duration={timeline.duration}
        left={(scale.x(Math.min(at, timeline.duration)) / width) * 100}
        stemTop={lanes.axisY}
        sentence={props.sentence}
        onSeek={props.onSeek}
        onStep={props.onStep}
        onJump={props.onJump}
      />
      {scrub.hover && !scrub.dragging && <Tip hit={scrub.hover} width={width} />}
    </div>
  )
}

function CableStub({ y, to }: { y: number; to: number }) {
  const line = (offset: number) => `M-2 ${y + offset}H${to}`
  return (
    <>
      <path d={line(0)} stroke="var(--line)" strokeWidth={17} />
      <path d={line(0)} stroke="var(--jacket)" strokeWidth={11.5} />
      <path d={line(2.7)} stroke="var(--a)" strokeWidth={3} />
      <path d={line(-2.7)} stroke="var(--b)" strokeWidth={3} strokeDasharray="6 3" />
    </>
  )
}

function selectionOf(hit: Hit): TimelineSelection {
  switch (hit.kind) {
    case 'event':
      return { kind: 'event', key: hit.mark.key }
    case 'failure':
      return { kind: 'connection', id: hit.connection }
    case 'connection':
      return { kind: 'connection', id: hit.span.connection }
    default:
      return hit satisfies never
  }
}

function toggled(wanted: TimelineSelection, now: TimelineSelection | undefined): TimelineSelection | undefined {
  const a = outlineOf(wanted)
  const b = outlineOf(now)
  return a.eventKey === b.eventKey && a.connection === b.connection ? undefined : wanted
}

function outlineOf(selection: TimelineSelection | undefined): { eventKey?: string; connection?: string } {
  if (!selection) return {}
  return selection.kind === 'event' ? { eventKey: selection.key } : { connection: selection.id }
}
