'use client'
/** Sentences made elsewhere, in the page's language. What a server wrote stays as it came, and says so. */
import { type Saying, spoken } from '../../lib/words/message'
import { useLanguage, useWord } from './language'

export function Said({ sayings }: { readonly sayings: readonly Saying[] }) {
  const word = useWord()
  const language = useLanguage()
  return spoken(sayings, word).map(({ text, wire }, i) =>
    wire && language !== 'en' ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: a piece of a sentence is its place
      <span key={i} lang="en">
        {text}
      </span>
    ) : (
      text
    ),
  )
}
