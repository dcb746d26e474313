'use client'
/** What is shown instead of a page that failed while it was being drawn. Needs nothing else of ours. */
import type { Translate } from '../../lib/words/t'

/** What Next hands to an `error.tsx`. */
export type BrokenPageProps = { readonly error: Error & { digest?: string }; readonly reset: () => void }

export function BrokenPage({ t, error, reset }: BrokenPageProps & { readonly t: Translate }) {
  return (
    <main className="plain-page" role="alert">
      <h1>{t('The page broke.')}</h1>
      <p>
        {t('Something on this page failed while it was being drawn:')} <code>{error.message || error.digest || t('no reason given')}</code>.{' '}
        {t('The run on the server is not affected; the page can pick it up again.')}
      </p>
      <button type="button" className="pill" onClick={reset}>
        {t('Draw it again')}
      </button>
    </main>
  )
}
