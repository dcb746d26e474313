/**
 * A tag tied to the cable: its outline (a point with a hole at its left, stretching to the box it is put in), the string through the hole
 * and the ring on the cable. For a `.tag` in the stage's second column, with `position: relative`; `data-ended` on it cuts the string.
 */
import './ties.css'

/** Whose tag it is: the hole wears the stream's colour, the session's is plain, `none` is a hole nothing is tied to yet. */
export type TagHole = 'session' | 'call' | 'standalone' | 'none'

const HOLE_FILL: Record<TagHole, string> = { session: 'var(--stage)', call: 'var(--a)', standalone: 'var(--b)', none: 'none' }

/* point (16 px, fixed)  |  body (stretches, clipped where the point takes over)
     ___________________________
    /  |                        |
   ( o |                        |
    \__|________________________|   */
export function TagShape({ hole }: { hole: TagHole }) {
  const outline = { fill: 'var(--tag)', stroke: 'var(--line)', strokeWidth: 2.4, strokeLinejoin: 'round' } as const
  return (
    <span className="tag-shape" aria-hidden="true">
      <svg className="tie-string" viewBox="0 0 43 20" preserveAspectRatio="none" aria-hidden="true" focusable="false">
        <path className="tie-whole" d="M0 4C14 4 28 15 43 10" />
        <path className="tie-loose" d="M0 4C7 4 12 7 14 13M43 10C37 12 31 12 28 17" />
      </svg>
      <svg className="tie-ring" viewBox="0 0 21 6" preserveAspectRatio="none" aria-hidden="true" focusable="false">
        <rect width="21" height="6" rx="3" />
      </svg>
      <svg className="tag-body" aria-hidden="true" focusable="false">
        <rect width="100%" height="100%" rx="4.5" {...outline} />
      </svg>
      <svg className="tag-point" viewBox="0 0 16 30" preserveAspectRatio="none" aria-hidden="true" focusable="false">
        <path d="M14.5 1.5H14L2 11Q1 15 2 19L14 28.5H14.5" {...outline} vectorEffect="non-scaling-stroke" />
      </svg>
      <svg className="tag-hole" aria-hidden="true" focusable="false">
        <circle
          cx="14"
          cy="50%"
          r="3.6"
          fill={HOLE_FILL[hole]}
          stroke="var(--line)"
          strokeWidth="1.8"
          strokeDasharray={hole === 'none' ? '2.2 1.6' : undefined}
        />
      </svg>
    </span>
  )
}
