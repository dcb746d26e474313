'use client'

export default function ErrorPage({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  return (
    <main className="plain-page" role="alert">
      <h1>The page broke.</h1>
      <p>
        Something on this page failed while it was being drawn: <code>{error.message || error.digest || 'no reason given'}</code>. The run
        on the server is not affected; the page can pick it up again.
      </p>
      <button type="button" className="pill" onClick={reset}>
        Draw it again
      </button>
    </main>
  )
}
