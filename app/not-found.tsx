import Link from 'next/link'
import { EmbedNotFound } from '../components/embed/embed-not-found'
import { Document } from './document'

/** One page answers for every address that is not there, so it says it in both languages. */
export default function NotFound() {
  return (
    <Document language="en">
      <EmbedNotFound>
        <main className="plain-page">
          <h1>404: nothing here.</h1>
          <p>No page has this address, and no Last-Event-ID will bring it back.</p>
          <p lang="de">Unter dieser Adresse gibt es keine Seite, und keine Last-Event-ID bringt sie zurück.</p>
          <Link className="pill" href="/">
            Go to the playground
          </Link>{' '}
          <Link className="pill" href="/de/lessons" lang="de">
            Zu den Lektionen
          </Link>
        </main>
      </EmbedNotFound>
    </Document>
  )
}
