'use client'
/** A message with marked words in it, in the page's language: the order of the words is the language's own. */
import { createContext, Fragment, type ReactNode, useContext } from 'react'
import { type Message, type Piece, piecesOf } from '../../lib/words/message'
import { isTemplate, type MessagePart, resolve } from '../../lib/words/t'
import { runningText } from '../shared/running-text'
import { useT } from './language'

/** What stands in a `{place}`, or how a `<mark>` dresses the words inside it. */
export type TransParts = Readonly<Record<string, ReactNode | ((inside: ReactNode) => ReactNode)>>

const Parts = createContext<TransParts>({})

/** Parts that every message inside may use. */
export const TransPartsProvider = Parts.Provider

type TransProps = {
  /** "The server <stored>stored {n}</stored>.", or messages made elsewhere, one after another. What a server wrote stays as it came. */
  readonly message: Message | readonly Message[]
  readonly parts?: TransParts
}

export function Trans({ message, parts }: TransProps) {
  const t = useT()
  const common = useContext(Parts)
  if (isList(message) || !isTemplate(message))
    return resolve(isList(message) ? message : [message], t).map((part, i) => drawPart(part, i, t.language))
  const n = parts?.n
  return draw(piecesOf(t.template(message, typeof n === 'number' ? n : undefined)), { ...common, ...parts })
}

const isList = (message: TransProps['message']): message is readonly Message[] => Array.isArray(message)

/** English words of a server are marked on a page of another language. */
function drawPart({ text, wire }: MessagePart, i: number, language: string): ReactNode {
  if (!wire || language === 'en') return <Fragment key={i}>{runningText(text)}</Fragment>
  return (
    <span key={i} lang="en">
      {runningText(text)}
    </span>
  )
}

function draw(pieces: readonly Piece[], parts: TransParts): ReactNode {
  return pieces.map((piece, index) => {
    // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of a sentence have no other name and keep their order
    return <Fragment key={index}>{drawn(piece, parts)}</Fragment>
  })
}

function drawn(piece: Piece, parts: TransParts): ReactNode {
  if (piece.kind === 'text') return runningText(piece.text)
  const part = parts[piece.name]
  if (piece.kind === 'place') return typeof part === 'function' ? null : part
  const inside = draw(piece.inside, parts)
  return typeof part === 'function' ? part(inside) : inside
}
