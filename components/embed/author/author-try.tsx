'use client'
/** The guide's live part: an embed, its options, the tag that makes it, and the methods that drive it. Everything here is what an author gets. */
import { createElement, useEffect, useRef, useState, useSyncExternalStore } from 'react'
import { SCENARIOS, type Scenario } from '../../../lib/embed/scenarios/scenarios'
import { elementTag, frameTag, type Loading, rootOfSite } from '../../../lib/embed/tag'
import { LANGUAGES, type Language } from '../../../lib/words/languages'
import { AuthorDrive, type PlugElement } from './author-drive'
import { CodeBlock } from './code-block'

type Choices = {
  readonly scenario: string
  readonly theme: 'auto' | 'light' | 'dark'
  readonly lang: Language
  readonly step: string
  readonly height: string
  readonly loading: Loading
}

const USUAL: Choices = { scenario: 'first-cut', theme: 'auto', lang: 'en', step: '', height: '', loading: 'lazy' }

/** This page is in English only. */
const ENGLISH_NAMES = new Intl.DisplayNames('en', { type: 'language' })

/** `…/authors/` → the root of the site, which is the author's to use. Before the browser says so, a placeholder. */
const rootHere = (): string => rootOfSite(location.href, 'authors')
const SOMEWHERE = 'https://this-site.example/'
const never = () => () => {}

export function AuthorTry() {
  const [choices, setChoices] = useState(USUAL)
  const [kind, setKind] = useState<'element' | 'frame'>('element')
  const element = useRef<PlugElement>(null)
  const root = useSyncExternalStore(never, rootHere, () => SOMEWHERE)
  const scenario = SCENARIOS.find(({ name }) => name === choices.scenario) as Scenario
  const settings = {
    theme: choices.theme,
    lang: choices.lang,
    ...(choices.step === '' ? {} : { step: Number(choices.step) }),
    ...(choices.height === '' ? {} : { height: Number(choices.height) }),
  }
  const tag = kind === 'element' ? elementTag(root, scenario, settings, choices.loading) : frameTag(root, scenario, settings)
  const set = (changed: Partial<Choices>) => setChoices({ ...choices, ...changed })
  useScript(root)
  return (
    <>
      <Options choices={choices} set={set} />
      <p className="authors-note">{scenario.sentence}</p>
      <div className="authors-live">
        {createElement('pull-the-plug', {
          ref: element,
          scenario: choices.scenario,
          title: scenario.title,
          theme: choices.theme,
          lang: choices.lang === 'en' ? undefined : choices.lang,
          step: choices.step || undefined,
          height: choices.height || undefined,
          loading: choices.loading,
        })}
      </div>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is for form fields */}
      <div className="authors-kind" role="group" aria-label="Form of the tag">
        <button type="button" aria-pressed={kind === 'element'} onClick={() => setKind('element')}>
          One tag
        </button>
        <button type="button" aria-pressed={kind === 'frame'} onClick={() => setKind('frame')}>
          Plain frame, no script
        </button>
      </div>
      <CodeBlock code={tag} label="The tag to paste" />
      <p className="authors-note">
        {kind === 'element'
          ? 'The script is needed once a page, wherever you like. It is under 5 kB, and works in an HTML file, a wiki and a static site alike.'
          : 'For systems that allow no scripts. The frame cannot grow with its content there, so it has a height.'}
      </p>
      <AuthorDrive element={element} />
    </>
  )
}

/** As the tag does it: the script of this site, once. */
function useScript(root: string): void {
  useEffect(() => {
    if (root === SOMEWHERE || customElements.get('pull-the-plug')) return
    const script = document.createElement('script')
    script.src = `${root}embed/v1/pull-the-plug.js`
    script.async = true
    document.head.append(script)
  }, [root])
}

function Options({ choices, set }: { choices: Choices; set: (changed: Partial<Choices>) => void }) {
  return (
    <div className="authors-options">
      <label>
        <span>Run</span>
        <select value={choices.scenario} onChange={(event) => set({ scenario: event.target.value, step: '' })}>
          {SCENARIOS.map(({ name, title }) => (
            <option key={name} value={name}>
              {title}
            </option>
          ))}
        </select>
      </label>
      <label>
        <span>Theme</span>
        <select value={choices.theme} onChange={(event) => set({ theme: event.target.value as Choices['theme'] })}>
          <option value="auto">as the reader's system</option>
          <option value="light">light</option>
          <option value="dark">dark</option>
        </select>
      </label>
      <label>
        <span>Language</span>
        <select value={choices.lang} onChange={(event) => set({ lang: event.target.value as Language })}>
          {LANGUAGES.map((language) => (
            <option key={language} value={language}>
              {ENGLISH_NAMES.of(language)}
            </option>
          ))}
        </select>
      </label>
      <label>
        <span>Step</span>
        <input
          type="number"
          min="0"
          max="200"
          placeholder="cut"
          value={choices.step}
          onChange={(event) => set({ step: event.target.value.replace(/\D/g, '') })}
        />
      </label>
      <label>
        <span>Height</span>
        <select value={choices.height} onChange={(event) => set({ height: event.target.value })}>
          <option value="">follows the content</option>
          <option value="520">520, fixed</option>
          <option value="640">640, fixed</option>
        </select>
      </label>
      <label>
        <span>Loads</span>
        <select value={choices.loading} onChange={(event) => set({ loading: event.target.value as Loading })}>
          <option value="lazy">when it comes near</option>
          <option value="click">when pressed</option>
          <option value="eager">at once</option>
        </select>
      </label>
    </div>
  )
}
