import Link from 'next/link'
import { EmbedNotFound } from '../components/embed/embed-not-found'

export default function NotFound() {
  return (
    <EmbedNotFound>
      <main className="plain-page">
        <h1>404: nothing here.</h1>
        <p>No page has this address, and no Last-Event-ID will bring it back.</p>
        <Link className="pill" href="/">
          Go to the playground
        </Link>
      </main>
    </EmbedNotFound>
  )
}
