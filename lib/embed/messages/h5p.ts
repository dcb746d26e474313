/**
 * The messages of the H5P resizer, which many course systems have on every page already. Pure. Each height is said with `resize`, which the
 * resizer obeys without having been greeted. Its other step, prepareResize, is for content that measures its own window; ours does not.
 * What the resizer would answer cannot reach a sandbox (it sends to the frame's origin, `null`, and fails), so a sandbox does not greet.
 */
import { field, fieldsOf } from './read'

type H5pAction = 'ready' | 'hello' | 'resize' | 'resizePrepared'

const ACTIONS: ReadonlySet<unknown> = new Set<H5pAction>(['ready', 'hello', 'resize', 'resizePrepared'])

/** What a page with the resizer says to us, or undefined when it is something else. Never throws. */
export function readH5p(data: unknown): H5pAction | undefined {
  const fields = fieldsOf(data)
  if (!fields || field(fields, 'context') !== 'h5p') return undefined
  const action = field(fields, 'action')
  return ACTIONS.has(action) ? (action as H5pAction) : undefined
}

export const h5pHello = () => ({ context: 'h5p' as const, action: 'hello' as const })

/** `height` is what the resizer's first versions read. */
export const h5pResize = (height: number) => ({ context: 'h5p' as const, action: 'resize' as const, scrollHeight: height, height })
