/** Text in which emoji squares are drawn in their colours, as the picture draws them. The emoji stay as text, to be read and copied. */
import { Fragment } from 'react'
import { SQUARES } from './squares'

const SQUARE = new RegExp(`(${Object.keys(SQUARES).join('|')})`, 'u')

export function SquaresText({ text }: { readonly text: string }) {
  return text.split(SQUARE).map((part, i) =>
    Object.hasOwn(SQUARES, part) ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: a square is its place
      <b key={i} className="inline-square" data-square={part}>
        {part}
      </b>
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: a piece is its place
      <Fragment key={i}>{part}</Fragment>
    ),
  )
}
