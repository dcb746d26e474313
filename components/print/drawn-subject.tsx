/** What the tool makes, drawn: the picture's squares, the story's words, the count's numbers. Missing is an outline, lost a dashed one. */
import { SQUARES } from '../tool-view/squares'
import { cellsOf, type RowState, type Subject, type SubjectRow } from '../tool-view/tool-progress'

const CELL = 13
const SIDE = 16 * CELL
const PAD = 8
const LINE = 21
const LETTER = 6.7

export function DrawnSubject({ subject, x, y }: { subject: Subject; x: number; y: number }) {
  return (
    <g transform={`translate(${x} ${y})`}>
      <rect width={SIDE + PAD * 2} height={SIDE + PAD * 2} rx="9" fill="var(--frame)" stroke="var(--line)" strokeWidth="2.500" />
      <g transform={`translate(${PAD} ${PAD})`}>
        {subject.kind === 'picture' ? <Squares rows={subject.rows.slice(0, 16)} /> : <Words rows={subject.rows} />}
      </g>
      {subject.kind === 'picture' && <Numbers rows={subject.rows.slice(0, 16)} />}
    </g>
  )
}

function Squares({ rows }: { rows: readonly SubjectRow[] }) {
  return rows.map(({ n, state, text }) => {
    const top = (n - 1) * CELL
    if (state === 'have') {
      return cellsOf(text).map((cell, i) => (
        <rect
          // biome-ignore lint/suspicious/noArrayIndexKey: a cell is its place
          key={`${n}/${i}`}
          x={i * CELL + 0.4}
          y={top + 0.4}
          width={CELL - 0.8}
          height={CELL - 0.8}
          rx="2"
          fill={SQUARES[cell] ?? 'none'}
        />
      ))
    }
    return <path key={n} d={holes(state, top)} {...HOLE[state]} />
  })
}

/** One path a row: sixteen outlines, or sixteen dots. */
function holes(state: RowState, top: number): string {
  const middle = top + CELL / 2
  const size = CELL - 5.5
  return Array.from({ length: 16 }, (_, i) => {
    const x = i * CELL + CELL / 2
    return state === 'yet' ? `M${x - 1.6} ${middle}h3.200` : `M${x - size / 2} ${middle - size / 2}h${size}v${size}h${-size}Z`
  }).join('')
}

const HOLE: Record<RowState, { fill: string; stroke: string; strokeWidth: number; strokeDasharray?: string }> = {
  have: { fill: 'none', stroke: 'none', strokeWidth: 0 },
  missing: { fill: 'none', stroke: 'var(--missing-fill)', strokeWidth: 1.5 },
  lost: { fill: 'none', stroke: 'var(--missing-fill)', strokeWidth: 1.5, strokeDasharray: '2 1.6' },
  yet: { fill: 'none', stroke: 'var(--hair)', strokeWidth: 3.2 },
}

function Numbers({ rows }: { rows: readonly SubjectRow[] }) {
  return (
    <g fontSize="9.500" fontFamily="var(--font-jetbrains, ui-monospace), Menlo, monospace">
      {rows.map(({ n, state }) => {
        const away = state === 'missing' || state === 'lost'
        return (
          <text
            key={n}
            x={SIDE + PAD * 2 + 7}
            y={PAD + (n - 0.5) * CELL + 3.4}
            fill={away ? 'var(--missing)' : 'var(--ink-3)'}
            fontWeight={away ? 700 : 500}
          >
            {n}
          </text>
        )
      })}
    </g>
  )
}

/** Words and numbers run in lines; what is not there is a box as long as it. */
function Words({ rows }: { rows: readonly SubjectRow[] }) {
  let x = 0
  let y = 14
  return rows.map(({ n, state, text }) => {
    const t = text.trim() || String(n)
    const width = t.length * LETTER + 4
    if (x + width > SIDE) {
      x = 0
      y += LINE
    }
    const at = { x, y }
    x += width + 3
    if (at.y > SIDE) return null
    if (state === 'have')
      return (
        <text key={n} x={at.x} y={at.y} fontSize="12.500" lang="en">
          {t}
        </text>
      )
    return state === 'yet' ? (
      <path key={n} d={`M${at.x} ${at.y - 4}h3`} {...HOLE.yet} />
    ) : (
      <rect key={n} x={at.x} y={at.y - 11} width={width - 3} height="13" rx="2" {...HOLE[state]} />
    )
  })
}
