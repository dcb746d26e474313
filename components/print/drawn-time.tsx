/** The time line of a drawing: client above, connections in the middle, server below. Laid out like the one on the stage. */

import type { Snapshot } from '../../lib/trace/snapshot-types'
import type { Timeline } from '../../lib/trace/timeline/timeline-types'
import { FateShape } from '../fates/fate-mark'
import { useT } from '../i18n/language'
import { layoutPx } from '../timeline/layout/layout-px'
import type { AxisBreak } from '../timeline/layout/words/axis'
import { outageWords } from '../timeline/layout/words/outage-words'

const WIDTH = 760
const HEIGHT = 128

export function DrawnTime({ timeline, snapshot, y }: { timeline: Timeline; snapshot: Snapshot; y: number }) {
  const t = useT()
  const { lanes, scale, axis, placed } = layoutPx(timeline, 'mid', WIDTH, HEIGHT, t)
  const rowHeight = (lanes.jacketBottom - lanes.jacketTop) / Math.max(timeline.rows.length, 1)
  const rowY = (row: number) => lanes.jacketTop + (row + 0.5) * rowHeight
  const missing = new Set(
    Object.values(snapshot.stage)
      .flatMap((stream) => stream?.events ?? [])
      .filter(({ fate }) => fate === 'missing' || fate === 'lost')
      .map(({ key }) => key),
  )
  return (
    <g transform={`translate(0 ${y})`} fontSize="11">
      <path
        d={`M0 ${lanes.wireBottom}H${WIDTH}V${HEIGHT - 2}Q${WIDTH} ${HEIGHT + 10} ${WIDTH - 12} ${HEIGHT + 10}H12Q0 ${HEIGHT + 10} 0 ${HEIGHT - 2}Z`}
        fill="var(--wall)"
      />
      <LaneNames clientY={lanes.clientY} wireY={lanes.wireMid} serverY={lanes.serverY} />
      <path d={`M${lanes.x0} ${lanes.axisY}H${lanes.x1}`} stroke="var(--ink-3)" strokeWidth="1.400" />
      {axis.ticks.map(({ x, label }) => (
        <g key={x}>
          <path d={`M${x} ${lanes.axisY}v${label ? -6 : -3}`} stroke="var(--ink-3)" strokeWidth="1.200" />
          {label && (
            <text x={x} y={lanes.axisY - 9} textAnchor="middle" fill="var(--ink-2)">
              {label}
            </text>
          )}
        </g>
      ))}
      {timeline.spans.map((span) => (
        <Span
          key={span.connection}
          span={span}
          x1={scale.x(span.from)}
          x2={scale.x(span.to)}
          y={rowY(span.row)}
          height={rowHeight - 3}
          call={timeline.rows[span.row]?.kind === 'call'}
        />
      ))}
      {timeline.outages.map(({ from, to }) => (
        <Outage key={from} x1={scale.x(from)} x2={scale.x(to)} y={lanes.wireMid} length={to - from} />
      ))}
      {placed.marks.map(({ mark, x, receipts }) => (
        <g key={mark.key}>
          {receipts.map((receipt) => (
            <g key={receipt.x}>
              {x !== undefined && (
                <path
                  d={`M${x} ${lanes.serverY}L${receipt.x} ${lanes.clientY}`}
                  stroke={receipt.replayed ? 'var(--replayed-fill)' : colour(mark.row, timeline)}
                  strokeWidth="1.300"
                  opacity="0.800"
                />
              )}
              <FateShape
                kind={receipt.replayed ? 'replayed' : 'received'}
                cx={receipt.x}
                cy={lanes.clientY}
                r={mark.priming ? 2.6 : receipt.replayed ? 5 : 4}
              />
            </g>
          ))}
          {x !== undefined && <FateShape kind="stored" cx={x} cy={lanes.serverY} r={mark.priming ? 2.6 : 4} />}
          {x !== undefined && missing.has(mark.key) && (
            <FateShape kind={mark.fate === 'lost' ? 'lost' : 'missing'} cx={x} cy={rowY(mark.row)} r={5} />
          )}
        </g>
      ))}
      {axis.breaks.map((one) => (
        <Break key={one.x1} of={one} top={lanes.axisY} />
      ))}
    </g>
  )
}

const colour = (row: number, timeline: Timeline): string => (timeline.rows[row]?.kind === 'call' ? 'var(--a)' : 'var(--b)')

type SpanProps = {
  readonly span: Timeline['spans'][number]
  readonly x1: number
  readonly x2: number
  readonly y: number
  readonly height: number
  readonly call: boolean
}

/** A torn end is a zigzag, an end that was meant is closed, one that goes on is open. */
function Span({ span, x1, x2, y, height, call }: SpanProps) {
  const [top, bottom] = [y - height / 2, y + height / 2]
  const right = Math.max(x2, x1 + 4)
  const end = span.end === 'torn' ? `L${right - 4} ${y - height / 6}L${right} ${y + height / 6}L${right - 4} ${bottom}` : `V${bottom}`
  const stroke = call ? 'var(--a)' : 'var(--b)'
  return (
    <path
      d={`M${x1} ${top}H${right}${end}H${x1}Z`}
      fill={call ? 'var(--a-tint)' : 'var(--b-tint)'}
      stroke={stroke}
      strokeWidth="1.600"
      strokeDasharray={call ? undefined : '5 3'}
      strokeLinejoin="round"
    />
  )
}

function Outage({ x1, x2, y, length }: { x1: number; x2: number; y: number; length: number }) {
  const text = outageWords(length, x2 - x1 - 8, 11, useT())
  return (
    <g>
      <path d={`M${x1 + 6} ${y - 26}H${x2}M${x1 + 6} ${y - 30}v8M${x2} ${y - 30}v8`} stroke="var(--ink-3)" strokeWidth="1.300" />
      {text && (
        <text x={(x1 + x2) / 2} y={y - 31} textAnchor="middle" fill="var(--ink-2)" fontWeight="600">
          {text}
        </text>
      )}
    </g>
  )
}

/** Where the axis is not linear, and how long it was: a strip across all lanes for quiet time, a bracket for a crowded replay. */
function Break({ of: { kind, x1, x2, label, labelX }, top }: { of: AxisBreak; top: number }) {
  const x = (x1 + x2) / 2
  const edges = `M${x - 4} ${top - 4}V${HEIGHT + 9}M${x + 4} ${top - 4}V${HEIGHT + 9}`
  return (
    <g>
      {kind === 'fold' && <path d={`M${x} ${top - 4}V${HEIGHT + 9}`} stroke="var(--paper)" strokeWidth="7" />}
      <path d={kind === 'fold' ? edges : `M${x1} ${top}v-5H${x2}v5`} fill="none" stroke="var(--ink-3)" strokeWidth="1.200" />
      {label && (
        <text x={labelX} y={top - 9} textAnchor="middle" fill="var(--ink)" fontWeight="600">
          {label}
        </text>
      )}
    </g>
  )
}

function LaneNames({ clientY, wireY, serverY }: { readonly clientY: number; readonly wireY: number; readonly serverY: number }) {
  const t = useT()
  return (
    <g fill="var(--ink-2)" fontWeight="600">
      <text x="24" y={clientY + 4}>
        {t('client')}
      </text>
      <text x="24" y={wireY + 4}>
        {t('wire')}
      </text>
      <text x="24" y={serverY + 4}>
        {t('server')}
      </text>
    </g>
  )
}
