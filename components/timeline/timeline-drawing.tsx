/**
 * Prints a Drawing as SVG: lanes, wire, marks and words. No state, no measuring; hidden from assistive technology, which has the Table.
 */
import { memo, useId } from 'react'
import { useT } from '../i18n/language'
import type { MomentPaths } from './layout/draw-marks'
import { fillOf } from './layout/draw-wire'
import type { Drawing } from './layout/layout-px'
import { px } from './layout/paths'
import { type Label, leftOf, wordsAt } from './layout/words/label'
import { textWidth } from './layout/words/text-fit'
import { Axis } from './timeline-axis'
import css from './timeline-drawing.module.css'

type Part = { readonly drawing: Drawing }

/** Everything the playhead does not change. */
export const Ground = memo(function Ground({ drawing }: Part) {
  const { lanes, timeline } = drawing
  const t = useT()
  return (
    <>
      <rect className={css.wall} x={0} y={lanes.wireBottom} width={lanes.width} height={Math.max(lanes.height - lanes.wireBottom, 0)} />
      <Axis drawing={drawing} />
      <LaneNames drawing={drawing} />
      <SessionLine drawing={drawing} />
      <Wire drawing={drawing} />
      {timeline.spans.length === 0 && timeline.marks.length === 0 && lanes.big && (
        <text className={css.empty} x={(lanes.x0 + lanes.x1) / 2} y={lanes.wireMid + 4} textAnchor="middle">
          {t('Nothing yet. Every event will leave a square here when it is stored, and a disc when it got through.')}
        </text>
      )}
    </>
  )
})

function LaneNames({ drawing: { lanes } }: Part) {
  const t = useT()
  const big = lanes.big
  /* above the mouth of the flare, and out of its curve when the word is long */
  const long = textWidth(t('wire'), big ? 13 : 11.5, 'sans') > (big ? 40 : 34)
  const lift = big ? (long ? 25 : 16) : long ? 16 : 11
  return (
    <g className={big ? css.names : css.smallNames}>
      {big && (
        <text x={lanes.nameX} y={lanes.sessionY + 4}>
          {t('session')}
        </text>
      )}
      <text x={lanes.nameX} y={px(lanes.clientY + 4)}>
        {t('client')}
      </text>
      <text x={lanes.nameX} y={px(lanes.wireMid - lift)}>
        {t('wire')}
      </text>
      <text x={lanes.nameX} y={px(lanes.serverY + 4.5)}>
        {t('server')}
      </text>
    </g>
  )
}

function SessionLine({ drawing: { lanes, session } }: Part) {
  if (!session) return null
  const { x1, x2, ended, begins, label } = session
  const y = lanes.sessionY
  const big = lanes.big
  const width = label.length * 6.8 + 10
  const labelled = big && x2 - x1 > width + 40
  return (
    <g className={css.session}>
      <path d={labelled ? `M${px(x1)} ${y}h10M${px(x1 + 10 + width)} ${y}H${px(x2)}` : `M${px(x1)} ${y}H${px(x2)}`} />
      <path d={`${begins ? `M${px(x1)} ${y - 3}v6` : ''}${ended ? `M${px(x2)} ${y - 4}v8` : ''}`} />
      {labelled && (
        <text x={px(x1 + 15)} y={y + 4}>
          {label}
        </text>
      )}
    </g>
  )
}

function Wire({ drawing }: Part) {
  const id = useId()
  const { jackets, spans, cores, lanes, scale } = drawing
  /* of a zoomed run nothing of a connection lies in the flare */
  const plot = scale.zoom > 1 ? `url(#${id}plot)` : undefined
  return (
    <>
      <defs>
        <pattern id={`${id}hatch`} width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect width="7" height="7" fill="var(--b-tint)" />
          <rect width="2.6" height="7" fill="var(--b)" opacity=".55" />
        </pattern>
        <clipPath id={`${id}clip`}>
          <path d={jackets.map(fillOf).join('')} />
        </clipPath>
        <clipPath id={`${id}plot`}>
          <rect x={lanes.x0 - 1} y={0} width={lanes.width} height={lanes.height} />
        </clipPath>
      </defs>
      <path className={css.jacketFill} d={jackets.map(fillOf).join('')} />
      {cores.map((core) => (
        <path key={core.d} className={core.kind === 'call' ? css.callCore : css.standaloneCore} d={core.d} />
      ))}
      <g clipPath={plot}>
        <Bars spans={spans} id={id} />
      </g>
      <path className={css.jacket} strokeWidth={lanes.big ? 2.6 : 2.2} d={jackets.join('')} />
      <g clipPath={plot}>
        {spans.map(
          ({ span, kind, cap }) =>
            cap && <path key={span.connection} className={kind === 'call' ? css.callCap : css.standaloneCap} d={cap} />,
        )}
      </g>
    </>
  )
}

function Bars({ spans, id }: { readonly spans: Drawing['spans']; readonly id: string }) {
  return (
    <g clipPath={`url(#${id}clip)`}>
      {spans.map(({ span, kind, d }) => (
        <path
          key={span.connection}
          className={kind === 'call' ? css.callSpan : css.standaloneSpan}
          fill={kind === 'call' ? undefined : `url(#${id}hatch)`}
          d={d}
        />
      ))}
    </g>
  )
}

/** Tracks and rings: what waits, what has risen, what is missing at the moment looked at. */
export const Moment = memo(function Moment({ paths }: { paths: MomentPaths }) {
  return (
    <>
      <path className={css.laterTracks} d={paths.laterTracks} />
      <path className={css.callLines} d={paths.lateCalls} />
      <path className={css.standaloneLines} d={paths.lateStandalone} />
      <path className={css.waitingStubs} d={paths.waitingStubs} />
      <path className={css.waiting} d={paths.waiting} />
      <path className={css.tracks} d={paths.tracks} />
      <path className={css.againTracks} d={paths.againTracks} />
      <path className={css.stems} d={paths.missingStems} />
      <path className={css.rings} d={paths.missingRings} />
      <path className={css.crosses} d={paths.missingCrosses} />
    </>
  )
})

export const DeliveryLines = memo(function DeliveryLines({ drawing: { marks, wire } }: Part) {
  return (
    <>
      <path className={css.dotted} d={wire.dotted} />
      <path className={css.dimensions} d={wire.dimensions} />
      <path className={css.callLines} d={marks.callLines} />
      <path className={css.standaloneLines} d={marks.standaloneLines} />
    </>
  )
})

export const Marks = memo(function Marks({ drawing }: Part) {
  const { marks, wire, flags, lanes } = drawing
  return (
    <>
      <path className={css.stored} d={marks.stored} />
      <path className={css.lost} d={marks.lost} />
      <path className={css.received} d={marks.received} />
      <path className={css.replayedRings} d={marks.replayedRings} />
      <path className={css.replayedDots} d={marks.replayedDots} />
      <path className={css.againRings} d={marks.againRings} />
      <path className={css.againDiscs} d={marks.againDiscs} />
      <path className={css.droppedGround} d={marks.dropped} />
      <path className={css.dropped} d={marks.dropped} />
      <path className={css.foreign} d={marks.foreign} />
      <path className={css.failures} d={wire.crosses} />
      {flags.map((flag) => (
        <g key={`${flag.x}${flag.label?.text}`} className={css.flag}>
          <path d={`M${px(flag.x)} ${px(flag.top)}V${px(lanes.jacketTop - 4)}`} />
          <circle cx={px(flag.x)} cy={px(flag.top)} r={lanes.big ? 3 : 2} />
        </g>
      ))}
    </>
  )
})

/** All words of the wire and the client lane, as they stand at the playhead. */
export const Words = memo(function Words({
  drawing,
  rings,
  edge,
  stem,
}: Part & { rings: MomentPaths['rings']; edge: number; stem: number }) {
  const flags = drawing.flags.flatMap(({ label }) => (label ? [label] : []))
  return wordsAt([...drawing.wire.labels, ...flags], rings, edge, stem).map(({ label, pale }) => (
    <g key={`${label.text}${label.x}${label.y}`} className={pale ? css.pale : undefined}>
      <LabelText label={label} small={drawing.lanes.size === 'mid'} />
    </g>
  ))
})

function LabelText({ label, small }: { label: Label; small: boolean }) {
  const { x, y, anchor, text, width, font, ground } = label
  const pad = ground === 'chip' ? 6 : 7
  const left = leftOf(label)
  const type = font === 'mono' ? css.monoLabel : small ? css.smallLabel : css.label
  return (
    <>
      {ground !== 'none' && (
        <rect
          className={ground === 'chip' ? css.chip : css.ground}
          x={px(left - pad)}
          y={px(y - 8)}
          width={px(width + pad * 2)}
          height={16}
          rx={ground === 'chip' ? 4 : 0}
        />
      )}
      <text className={`${css.word} ${type}`} data-tone={label.tone} x={px(x)} y={px(y + 4.2)} textAnchor={anchor}>
        {text}
      </text>
    </>
  )
}

/** The rounded-square outline of what is selected, or of what the pointer is on. */
export function Outlines({
  drawing,
  eventKey,
  connection,
  className,
}: Part & { eventKey?: string; connection?: string; className?: string }) {
  const { lanes, rows, placed, spans } = drawing
  const half = 10.4 * lanes.k
  const at = (x: number, y: number) =>
    `M${px(x - half + 5)} ${px(y - half)}h${px(half * 2 - 10)}q5 0 5 5v${px(half * 2 - 10)}q0 5 -5 5h${px(10 - half * 2)}q-5 0 -5 -5v${px(10 - half * 2)}q0 -5 5 -5Z`
  let d = ''
  const one = eventKey === undefined ? undefined : placed.marks.find(({ mark }) => mark.key === eventKey)
  if (one?.x !== undefined) d += at(one.x, lanes.serverY)
  if (one?.x !== undefined && one.mark.fate === 'missing') d += at(one.x, rows.y(one.mark.row))
  for (const receipt of one?.receipts ?? []) d += at(receipt.x, lanes.clientY)
  const shape = spans.find(({ span }) => span.connection === connection)
  if (shape)
    d += `M${px(shape.x1 - 3)} ${px(shape.y - rows.bar / 2 - 3)}H${px(shape.x2 + 3)}V${px(shape.y + rows.bar / 2 + 3)}H${px(shape.x1 - 3)}Z`
  return d ? <path className={className} d={d} /> : null
}
