'use client'
/** What is shown instead of a page that failed while it was being drawn. Needs nothing else of ours. */
import type { Language } from '../../lib/words/languages'

/** What Next hands to an `error.tsx`. */
export type BrokenPageProps = { readonly error: Error & { digest?: string }; readonly reset: () => void }

const WORDS = {
  en: {
    title: 'The page broke.',
    what: 'Something on this page failed while it was being drawn:',
    noReason: 'no reason given',
    stillThere: 'The run on the server is not affected; the page can pick it up again.',
    again: 'Draw it again',
  },
  de: {
    title: 'Die Seite ist kaputt.',
    what: 'Beim Zeichnen dieser Seite ist etwas misslungen:',
    noReason: 'kein Grund genannt',
    stillThere: 'Der Lauf auf dem Server ist nicht betroffen; die Seite kann ihn wieder aufnehmen.',
    again: 'Neu zeichnen',
  },
} as const

export function BrokenPage({ language, error, reset }: BrokenPageProps & { readonly language: Language }) {
  const words = WORDS[language]
  return (
    <main className="plain-page" role="alert">
      <h1>{words.title}</h1>
      <p>
        {words.what} <code>{error.message || error.digest || words.noReason}</code>. {words.stillThere}
      </p>
      <button type="button" className="pill" onClick={reset}>
        {words.again}
      </button>
    </main>
  )
}
