/** The axis of the timeline, and what says where it is not linear. */
import { memo } from 'react'
import type { Drawing } from './layout/layout-px'
import { px } from './layout/paths'
import css from './timeline-drawing.module.css'

type Part = { readonly drawing: Drawing }

export function Axis({ drawing: { lanes, axis, end } }: Part) {
  const { big, axisY, x0, x1 } = lanes
  const height = (major: boolean) => (major ? 9 : 5) * (big ? 1 : 0.8)
  const path = (major: boolean, later: boolean) =>
    axis.ticks.reduce(
      (d, tick) => (tick.major === major && tick.later === later ? `${d}M${px(tick.x)} ${px(axisY - height(major))}V${axisY}` : d),
      '',
    )
  const reached = Math.min(Math.max(end, x0), x1)
  return (
    <g className={css.axis}>
      <path d={`${path(false, false)}M${x0} ${axisY}H${px(reached)}`} />
      <path className={css.major} d={path(true, false)} />
      <path className={css.later} d={`${path(false, true)}${path(true, true)}M${px(reached)} ${axisY}H${px(x1)}`} />
      {[
        ...axis.ticks.map(({ x, label }) => ({ x, label })),
        ...axis.breaks.map(({ labelX, label }) => ({ x: labelX, label, unusual: true })),
      ].map(
        (one) =>
          one.label !== undefined && (
            <text
              key={`${one.x}`}
              className={'unusual' in one ? css.unusual : undefined}
              x={px(one.x)}
              y={axisY - (big ? 17 : 9.5)}
              textAnchor="middle"
              fontSize={big ? 12 : 10.5}
            >
              {one.label}
            </text>
          ),
      )}
      <path
        className={css.stretch}
        d={axis.breaks.reduce(
          (d, { kind, x1: from, x2: to }) =>
            kind === 'stretch' ? `${d}M${px(from)} ${axisY}v${big ? -7 : -5}H${px(to)}v${big ? 7 : 5}` : d,
          '',
        )}
      />
    </g>
  )
}

/** Where quiet time is folded: a strip torn out of the paper, over everything that goes on through it. */
export const Folds = memo(function Folds({ drawing: { lanes, axis } }: Part) {
  return axis.breaks.map(({ kind, x1, x2 }) => {
    if (kind !== 'fold') return null
    const x = (x1 + x2) / 2
    const half = lanes.big ? 4.5 : 3
    const top = lanes.axisY - (lanes.big ? 8 : 5)
    const [left, right] = [wave(x - half, top, lanes.height), wave(x + half, top, lanes.height)]
    const area = (from: number, to: number) =>
      `M${wave(x - half, from, to)}L${wave(x + half, from, to)
        .split('L')
        .reverse()
        .join('L')}Z`
    return (
      <g key={`${x1}`}>
        <path className={css.ground} d={area(top, lanes.wireBottom)} />
        <path className={css.wall} d={area(lanes.wireBottom, lanes.height)} />
        <path className={css.foldEdge} d={`M${left}M${right}`} />
      </g>
    )
  })
})

/** A line from `top` down to `bottom` that swings about `x`: "x yLx y…". The same wherever it begins. */
function wave(x: number, top: number, bottom: number): string {
  const step = 4
  const points: string[] = []
  for (let y = top; y < bottom; y += step) points.push(`${px(x + Math.sin(y / 5.2) * 2.4)} ${px(y)}`)
  points.push(`${px(x + Math.sin(bottom / 5.2) * 2.4)} ${px(bottom)}`)
  return points.join('L')
}
