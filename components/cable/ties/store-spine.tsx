/**
 * One row's piece of a stream's spine in the wall: its event as a square on a vertical stroke. For the store list, once in every `<li>`
 * (which needs `position: relative` and the wall's left edge as its own). The plug does not break it.
 */
import { FateShape } from '../../fates/fate-mark'
import './ties.css'

type StoreSpineProps = {
  readonly stream: 'call' | 'standalone'
  readonly priming: boolean
  /** the stream's first row: the stroke begins here */
  readonly first: boolean
  /** the stream's newest row: the stroke ends here */
  readonly last: boolean
  /** the server no longer has it: a hollow dashed square */
  readonly lost?: boolean
}

export function StoreSpine({ stream, priming, first, last, lost = false }: StoreSpineProps) {
  const radius = priming ? 4.2 : 5.6
  return (
    <span className="store-spine" data-stream={stream} aria-hidden="true">
      {!(first && last) && <i className="spine-stroke" data-first={first || undefined} data-last={last || undefined} />}
      <svg viewBox="-7 -7 14 14" aria-hidden="true">
        <FateShape kind={lost ? 'lost' : 'stored'} cx={0} cy={0} r={radius} />
      </svg>
    </span>
  )
}
