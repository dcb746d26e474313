'use client'
/** A sentence with marked words in it, in the page's language: the order of the words is the language's own. */
import { Fragment, type ReactNode } from 'react'
import { type Piece, piecesOf, templateIn } from '../../lib/words/t'
import { useCatalogue } from './language'

/** What stands in a `{place}`, or how a `<mark>` dresses the words inside it. */
export type PhraseParts = Readonly<Record<string, ReactNode | ((inside: ReactNode) => ReactNode)>>

type PhraseProps = {
  /** the English words: "The server <stored>stored {n}</stored>." */
  readonly say: string
  readonly parts?: PhraseParts
}

export function Phrase({ say, parts = {} }: PhraseProps) {
  return <>{draw(piecesOf(templateIn(useCatalogue(), say)), parts)}</>
}

function draw(pieces: readonly Piece[], parts: PhraseParts): ReactNode {
  return pieces.map((piece, index) => {
    // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of a sentence have no other name and keep their order
    return <Fragment key={index}>{drawn(piece, parts)}</Fragment>
  })
}

function drawn(piece: Piece, parts: PhraseParts): ReactNode {
  if (piece.kind === 'text') return piece.text
  const part = parts[piece.name]
  if (piece.kind === 'place') return typeof part === 'function' ? null : part
  const inside = draw(piece.inside, parts)
  return typeof part === 'function' ? part(inside) : inside
}
