/**
 * The shapes of the fates: shape first, colour second (visual/notes.md "Shape language of fates").
 * Circle = the client has it, square = the server has it, hollow = nobody at this end has it, doubled = it took more than one go.
 */
import type { Fate } from '../../lib/trace/snapshot-types'

/** `stored` is what the server's side shows of every event; the others are fates. */
export type MarkKind = Fate | 'stored'

type FateShapeProps = {
  readonly kind: MarkKind
  /** centre, in the units of the SVG around it */
  readonly cx: number
  readonly cy: number
  /** outer radius; priming events are drawn at two thirds */
  readonly r: number
}

/** The shape alone, to be placed inside an SVG. */
export function FateShape({ kind, cx, cy, r }: FateShapeProps) {
  const stroke = Math.max(1.6, r * 0.3)
  switch (kind) {
    case 'stored':
      return <rect x={cx - r * 0.86} y={cy - r * 0.86} width={r * 1.72} height={r * 1.72} rx={r * 0.26} fill="var(--stored)" />
    case 'received':
      return <circle cx={cx} cy={cy} r={r} fill="var(--received-fill)" />
    case 'missing':
      return <MissingShape cx={cx} cy={cy} r={r} stroke={stroke} />
    case 'replayed':
      return (
        <>
          <circle cx={cx} cy={cy} r={r - stroke / 2} fill="var(--paper)" stroke="var(--replayed-fill)" strokeWidth={stroke} />
          <circle cx={cx} cy={cy} r={r * 0.44} fill="var(--replayed-fill)" />
        </>
      )
    case 'duplicated':
      return <DuplicatedShape cx={cx} cy={cy} r={r} stroke={stroke} />
    case 'lost':
      return <LostShape cx={cx} cy={cy} r={r} stroke={stroke} />
    case 'underway':
      return <circle cx={cx} cy={cy} r={r * 0.5} fill="none" stroke="var(--ink-3)" strokeWidth={Math.max(1.4, r * 0.22)} />
    default:
      return kind satisfies never
  }
}

/** The shape as a picture of its own, `size` px wide and high. Hidden from assistive technology: say the word beside it. */
export function FateMark({ kind, size, className }: { kind: MarkKind; size: number; className?: string }) {
  return (
    <svg className={className ?? 'f'} width={size} height={size} viewBox={`0 0 ${size} ${size}`} aria-hidden="true" focusable="false">
      <FateShape kind={kind} cx={size / 2} cy={size / 2} r={size / 2 - 0.5} />
    </svg>
  )
}

type PartProps = Omit<FateShapeProps, 'kind'> & { readonly stroke: number }

function MissingShape({ cx, cy, r, stroke }: PartProps) {
  const k = r * 0.36
  const cross = `M${cx - k} ${cy - k}L${cx + k} ${cy + k}M${cx + k} ${cy - k}L${cx - k} ${cy + k}`
  return (
    <g fill="none" stroke="var(--missing-fill)" strokeWidth={stroke} strokeLinecap="round">
      <circle cx={cx} cy={cy} r={r - stroke / 2} />
      <path d={cross} />
    </g>
  )
}

function DuplicatedShape({ cx, cy, r, stroke }: PartProps) {
  const d = r * 0.3
  const ring = r * 0.68 - stroke * 0.35
  return (
    <g stroke="var(--dup)" strokeWidth={stroke * 0.8}>
      <circle cx={cx + d} cy={cy - d} r={ring} fill="none" />
      <circle cx={cx - d} cy={cy + d} r={ring} fill="var(--dup-fill)" />
    </g>
  )
}

/** A hollow dashed square: three dashes a side, so that every corner is closed. */
function LostShape({ cx, cy, r, stroke }: PartProps) {
  const half = r * 0.86 - stroke * 0.4
  const dash = (half * 2) / 5
  return (
    <path
      d={`M${cx - half} ${cy - half}h${half * 2}v${half * 2}h${-half * 2}Z`}
      fill="none"
      stroke="var(--missing-fill)"
      strokeWidth={stroke * 0.8}
      strokeLinejoin="round"
      strokeDasharray={`${dash} ${dash}`}
      strokeDashoffset={dash / 2}
    />
  )
}
