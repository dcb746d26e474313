/** Watches the content, not the window: a frame must not follow its own height. */
import { createHeightRule } from '../../../lib/embed/height'

/** Calls back with each new height that is worth saying, until the returned function is called. */
export function watchHeight(content: HTMLElement, onHeight: (height: number, width: number) => void): () => void {
  const rule = createHeightRule()
  const measure = () => {
    const { width, height } = content.getBoundingClientRect()
    const next = rule(width, height, performance.now())
    if (next !== undefined) onHeight(next, Math.round(width))
  }
  const observer = new ResizeObserver(measure)
  observer.observe(content)
  measure()
  return () => observer.disconnect()
}
