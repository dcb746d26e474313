/**
 * The messages of the H5P resizer, which many course systems have on every page already. Pure. The frame greets; a page with the resizer
 * greets back, and from then on each new height goes in two steps: prepare, then resize.
 */
import { field, fieldsOf } from './shapes'

export type H5pAction = 'ready' | 'hello' | 'resize' | 'resizePrepared'

const ACTIONS: ReadonlySet<unknown> = new Set<H5pAction>(['ready', 'hello', 'resize', 'resizePrepared'])

/** What a page with the resizer says to us, or undefined when it is something else. Never throws. */
export function readH5p(data: unknown): H5pAction | undefined {
  const fields = fieldsOf(data)
  if (!fields || field(fields, 'context') !== 'h5p') return undefined
  const action = field(fields, 'action')
  return ACTIONS.has(action) ? (action as H5pAction) : undefined
}

export const h5pHello = () => ({ context: 'h5p' as const, action: 'hello' as const })

/** Both heights are the content's: the frame never waits for its own height to change. */
export const h5pPrepareResize = (height: number) => ({
  context: 'h5p' as const,
  action: 'prepareResize' as const,
  scrollHeight: height,
  clientHeight: height,
})

export const h5pResize = (height: number) => ({ context: 'h5p' as const, action: 'resize' as const, scrollHeight: height })
