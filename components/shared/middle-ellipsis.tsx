/**
 * A value of foreign length (an id, a header's value), in one line: where it does not fit, its middle is left out, because ids differ at
 * their ends. The text itself stays whole, so that selecting, copying and a screen reader have all of it.
 */
import type { CSSProperties } from 'react'

type MiddleEllipsisProps = {
  readonly text: string
  /** characters at the end that are always shown */
  readonly tail?: number
  /** at most this wide, in characters, even where there is more room: in running text */
  readonly most?: number
}

/* the tail is laid over a padding as wide as itself: `ch` is exact in the monospaced type of every value */
export function MiddleEllipsis({ text, tail = 6, most }: MiddleEllipsisProps) {
  const at = Math.max(text.length - tail, 0)
  const style = { '--tail': `${text.length - at}ch`, ...(most !== undefined && { maxWidth: `min(100%, ${most}ch)` }) } as CSSProperties
  return (
    <span
      className="relative inline-block max-w-full overflow-x-clip pr-(--tail) align-top text-ellipsis whitespace-nowrap tracking-normal"
      title={text}
      data-wire="title"
      data-value=""
      style={style}
    >
      {text.slice(0, at)}
      <span className="absolute right-0">{text.slice(at)}</span>
    </span>
  )
}
