/** The playground at its address in each language: the recorded run, cut, the plug waiting. */
import type { Metadata } from 'next'
import { OembedLink } from '../components/embed/oembed-link'
import { Playground } from '../components/playground'
import { PlaygroundProvider } from '../components/use-playground'
import { homeHref } from '../lib/lessons/addresses'
import { PICTURES } from '../lib/model/tools/pictures'
import { FIRST_MOMENT, FIRST_RUN } from '../lib/recordings/first-run'
import { LANGUAGES, type Language } from '../lib/words/languages'

const CHOICES = PICTURES.map(({ name, title }) => ({ name, title }))

/** Its title and description are those of the language: they stand in its layout. */
export const HOME_METADATA: Metadata = {
  alternates: { languages: Object.fromEntries(LANGUAGES.map((language) => [language, homeHref(language)])) },
}

/** Long enough to read what the button says it will do, and still to press it in the middle of the run (bench/browser/reader.mjs). */
const UNHURRIED = { delay: 400 }

export function HomePage({ language }: { language: Language }) {
  return (
    <PlaygroundProvider recording={FIRST_RUN} opensAt={FIRST_MOMENT} begins={UNHURRIED}>
      {language === 'en' && <OembedLink path="/" />}
      <Playground pictures={CHOICES} />
    </PlaygroundProvider>
  )
}
