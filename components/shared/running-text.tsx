/**
 * Text of the page as it is set: a date, a header's name and an id stay in one line (a browser breaks after a hyphen), and a word of foreign
 * length, such as a UUID in a server's message, leaves its middle out.
 */
import { Fragment, type ReactNode } from 'react'
import { MiddleEllipsis } from './middle-ellipsis'

/** A date · a header's name · an id of ours · 25 characters and more with a digit among them */
const UNBROKEN =
  /(\d{4}-\d{2}-\d{2}|(?:Last-Event-ID|Mcp-Session-Id|MCP-Protocol-Version)\b|\b(?:call-\d+|get)\/\d+\b|(?<!\S)(?=\S*\d)\S{25,}(?<![.,:;!?]))/i

export function runningText(text: string): ReactNode {
  const pieces = text.split(UNBROKEN)
  if (pieces.length === 1) return text
  return pieces.map((piece, i) => {
    const key = `${i}`
    if (i % 2 === 0) return <Fragment key={key}>{piece}</Fragment>
    if (piece.length >= 25)
      return (
        <code key={key} className="font-mono">
          <MiddleEllipsis text={piece} most={20} />
        </code>
      )
    return (
      <span key={key} className="whitespace-nowrap">
        {piece}
      </span>
    )
  })
}
