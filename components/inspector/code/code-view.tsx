'use client'
/** The Code tab: which lesson, which language, which side. It begins with the lesson of the page's address. */
import { usePathname } from 'next/navigation'
import { useId, useState } from 'react'
import { CODE_LESSONS, CODE_TITLES, type CodeLesson } from '../../../lib/lessons/code/load-shown'
import type { ShownFile } from '../../../lib/lessons/code/shown'
import { msg } from '../../../lib/words/message'
import { useT } from '../../i18n/language'
import css from './code.module.css'
import { CodeFile } from './code-file'

const SIDES = ['client', 'server'] as const
const LANGUAGES = [
  { ending: 'ts', name: 'TypeScript', note: msg('TypeScript SDK 1.32: @modelcontextprotocol/sdk') },
  { ending: 'py', name: 'Python', note: msg('Python SDK 2.x: mcp. In 1.x, MCPServer is FastMCP and httpx2 is httpx') },
] as const

export function CodeView() {
  const path = usePathname() ?? ''
  const [lesson, setLesson] = useState<CodeLesson>(() => CODE_LESSONS.find((slug) => path.includes(`/lessons/${slug}`)) ?? 'plug-back-in')
  const [language, setLanguage] = useState<(typeof LANGUAGES)[number]>(LANGUAGES[0])
  const [side, setSide] = useState<(typeof SIDES)[number]>('client')
  const file: ShownFile = `${side}.${language.ending}`
  const id = useId()
  const t = useT()
  return (
    <div className={css.view}>
      <div className={css.bar}>
        <select id={id} aria-label={t('Lesson')} value={lesson} onChange={(event) => setLesson(event.target.value as CodeLesson)}>
          {CODE_LESSONS.map((slug, index) => (
            <option key={slug} value={slug}>
              {index + 1}. {t(CODE_TITLES[slug])}
            </option>
          ))}
        </select>
        <Choice label={t('Side')} options={SIDES} value={side} onPick={setSide} name={(one) => t(one === 'client' ? 'Client' : 'Server')} />
        <Choice label={t('Language')} options={LANGUAGES} value={language} onPick={setLanguage} name={(one) => one.name} />
      </div>
      <CodeFile key={`${lesson}/${file}`} lesson={lesson} file={file} side={side} note={t(language.note)} />
    </div>
  )
}

type ChoiceProps<T> = {
  readonly label: string
  readonly options: readonly T[]
  readonly value: T
  readonly onPick: (option: T) => void
  readonly name: (option: T) => string
}

function Choice<T>({ label, options, value, onPick, name }: ChoiceProps<T>) {
  return (
    <fieldset className={css.choice} aria-label={label}>
      {options.map((option) => (
        <button key={name(option)} type="button" aria-pressed={option === value} onClick={() => onPick(option)}>
          {name(option)}
        </button>
      ))}
    </fieldset>
  )
}
