'use client'
/**
 * The timeline as a component: measures itself, draws, and hands pointer and keys on as wishes (seek, step, select). It derives nothing:
 * times come from the Timeline, what is missing from the Snapshot. Before it is measured it is drawn at a common size and stretched,
 * so the first paint needs no script.
 */
import { type CSSProperties, type RefObject, useId, useLayoutEffect, useMemo, useRef } from 'react'
import type { Milliseconds } from '../../lib/protocol/observation'
import type { Timeline as TimelineData } from '../../lib/trace/timeline/timeline-types'
import { useT } from '../i18n/language'
import { DEFAULT_HEIGHT, type LaneSize, WIRE_Y } from './layout/lanes'
import { edgeOf, layoutPx, momentPx } from './layout/layout-px'
import { Playhead } from './playhead'
import type { Hit } from './pointer/hit-test'
import { useScrub } from './pointer/use-scrub'
import css from './timeline.module.css'
import { Folds } from './timeline-axis'
import { DeliveryLines, Ground, Marks, Moment, Outlines, Words } from './timeline-drawing'
import { Tip } from './tip'
import { type Size, useSize } from './use-size'
import { useView, useViewControl, useWheel } from './view/use-view'
import { ZoomButtons } from './view/zoom-buttons'

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
            <Canvas {...props} size={before} width={BEFORE_WIDTH[before]} height={DEFAULT_HEIGHT[before]} before />
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

function Measured({ size, ...props }: TimelineProps & { size: Size }) {
  const lanes: LaneSize = size.phone ? 'phone' : size.wireY === WIRE_Y.mid ? 'mid' : 'desktop'
  return (
    <div className={css.scroller}>
      <Canvas {...props} size={lanes} width={size.width} height={size.height} stub={size.phone} />
    </div>
  )
}

type CanvasProps = TimelineProps & {
  readonly size: LaneSize
  readonly width: number
  readonly height: number
  /** not measured yet: stretch to whatever there is */
  readonly before?: boolean
  /** the cable is not there to meet the flare: draw its last piece */
  readonly stub?: boolean
}

function Canvas(props: CanvasProps) {
  const { timeline, size, width, height, at, missing, selection, before } = props
  const t = useT()
  const ref = useRef<HTMLDivElement>(null)
  const [view, setView] = useView(timeline)
  const drawing = useMemo(() => layoutPx(timeline, size, width, height, t, view), [timeline, size, width, height, t, view])
  const control = useViewControl(drawing, at, setView)
  useWheel(ref, control)
  const moment = useMemo(() => momentPx(drawing, at, missing), [drawing, at, missing])
  const scrub = useScrub(drawing, control, props.onSeek, (hit) => props.onSelect(toggled(selectionOf(hit), selection)))
  const { lanes, scale } = drawing
  const edge = at >= timeline.duration ? width : Math.max(edgeOf(drawing, at), lanes.x0)
  const stem = scale.x(Math.min(at, timeline.duration))
  const clip = useId()
  const style: CSSProperties = before ? {} : { width }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys of the playhead do the same
    <div
      ref={ref}
      className={before ? `${css.canvas} ${css.before}` : css.canvas}
      style={style}
      data-size={size}
      data-over={scrub.hover ? '' : undefined}
      data-dragging={scrub.dragging ? '' : undefined}
      {...scrub.handlers}
      onDoubleClick={() => control.zoom('fit')}
    >
      <svg
        className={css.svg}
        viewBox={`0 0 ${width} ${before ? height : lanes.height}`}
        preserveAspectRatio="none"
        aria-hidden="true"
        style={before ? undefined : { height: lanes.height }}
      >
        {props.stub && <CableStub y={lanes.wireMid} to={lanes.flareX + 2} />}
        <defs>
          <clipPath id={clip}>
            <rect x={scale.zoom > 1 ? lanes.x0 : -20} y={-20} width={width + 40} height={lanes.height + 40} />
          </clipPath>
        </defs>
        <Ground drawing={drawing} />
        <g clipPath={scale.zoom > 1 ? `url(#${clip})` : undefined}>
          <DeliveryLines drawing={drawing} />
          <Moment paths={moment} />
          <Marks drawing={drawing} />
          <Folds drawing={drawing} />
        </g>
        {edge < width && (
          <>
            <rect className={css.veilStage} x={edge} y={lanes.axisY + 1} width={width - edge} height={lanes.wireBottom - lanes.axisY - 1} />
            <rect className={css.veilWall} x={edge} y={lanes.wireBottom} width={width - edge} height={lanes.height - lanes.wireBottom} />
          </>
        )}
        <Words drawing={drawing} rings={moment.rings} edge={edge} stem={stem} />
        <g clipPath={scale.zoom > 1 ? `url(#${clip})` : undefined}>
          <Outlines drawing={drawing} className={css.hovered} {...outlineOf(scrub.hover && selectionOf(scrub.hover))} />
          <Outlines drawing={drawing} className={css.selected} {...outlineOf(selection)} />
        </g>
      </svg>
      <div className={css.strip} />
      <Playhead
        at={at}
        duration={timeline.duration}
        left={(Math.min(Math.max(stem, lanes.x0), lanes.x1 + 12) / width) * 100}
        isOutside={stem < lanes.x0 - 1 || stem > lanes.x1 + 13}
        stemTop={lanes.axisY}
        sentence={props.sentence}
        onSeek={props.onSeek}
        onStep={props.onStep}
        onJump={props.onJump}
        onZoom={control.zoom}
      />
      {!before && <ZoomButtons lanes={lanes} control={control} />}
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
