import Link from 'next/link'
import { Fragment } from 'react'
import { EmbedNotFound } from '../components/embed/embed-not-found'
import { listHref } from '../lib/lessons/addresses'
import { NOT_FOUND } from '../lib/words/bare'
import { LANGUAGES } from '../lib/words/languages'
import { Document } from './document'

const OTHERS = LANGUAGES.filter((language) => language !== 'en')

/** One page answers for every address that is not there, so it says it in every language. */
export default function NotFound() {
  return (
    <Document language="en">
      <EmbedNotFound>
        <main className="plain-page">
          <h1>404: nothing here.</h1>
          <p>{NOT_FOUND.en.sentence}</p>
          {OTHERS.map((language) => (
            <p key={language} lang={language}>
              {NOT_FOUND[language].sentence}
            </p>
          ))}
          <Link className="pill" href="/">
            {NOT_FOUND.en.link}
          </Link>
          {OTHERS.map((language) => (
            <Fragment key={language}>
              {' '}
              <Link className="pill" href={listHref(language)} lang={language}>
                {NOT_FOUND[language].link}
              </Link>
            </Fragment>
          ))}
        </main>
      </EmbedNotFound>
    </Document>
  )
}
