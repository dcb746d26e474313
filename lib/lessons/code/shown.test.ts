/**
 * What is shown is what is in the source files, coloured. To make the shown files anew after a change:
 * `npx vitest run lib/lessons/code/shown.test.ts -u`
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createCssVariablesTheme, createHighlighter, type Highlighter } from 'shiki'
import { createJavaScriptRegexEngine } from 'shiki/engine/javascript'
import { beforeAll, describe, expect, it } from 'vitest'
import { LESSONS } from '..'
import { ACTS } from './acts'
import { CODE_LESSONS, folderOf } from './load-shown'
import { actsOf, SHOWN_FILES, type ShownFile, type ShownLine, textOf, type Word, type WordKind, withoutMarkers } from './shown'

const LESSONS_FOLDER = join(import.meta.dirname, '..')
const KINDS: Readonly<Record<string, WordKind | undefined>> = {
  keyword: 'k',
  string: 's',
  'string-expression': 's',
  comment: 'c',
  constant: 'n',
  function: 'f',
  punctuation: 'p',
}

let highlighter: Highlighter
beforeAll(async () => {
  const theme = createCssVariablesTheme({ variablePrefix: '--x-' })
  highlighter = await createHighlighter({ langs: ['typescript', 'python'], themes: [theme], engine: createJavaScriptRegexEngine() })
})

const sourceOf = (folder: string, file: ShownFile) => readFileSync(join(LESSONS_FOLDER, folder, 'code', file), 'utf8')

function coloured(source: string, file: ShownFile): ShownLine[] {
  const { text, acts } = withoutMarkers(source)
  const lang = file.endsWith('.py') ? 'python' : 'typescript'
  const { tokens } = highlighter.codeToTokens(text, { lang, theme: 'css-variables', tokenizeTimeLimit: 0 })
  return tokens.map((line, index) => {
    const words = line.map(({ content, color }): Word => {
      const kind = KINDS[/--x-token-([a-z-]+)/.exec(color ?? '')?.[1] ?? '']
      return kind && content.trim() !== '' ? [kind, content] : content
    })
    return acts[index] ? { words: joined(words), acts: acts[index] } : { words: joined(words) }
  })
}

/** Neighbours of one kind are one word. */
function joined(words: readonly Word[]): Word[] {
  const out: Word[] = []
  for (const word of words) {
    const last = out.at(-1)
    if (typeof word === 'string' && typeof last === 'string') out[out.length - 1] = last + word
    else if (Array.isArray(word) && Array.isArray(last) && word[0] === last[0]) out[out.length - 1] = [last[0], last[1] + word[1]]
    else out.push(word)
  }
  return out
}

function asJson(shown: Readonly<Record<ShownFile, readonly ShownLine[]>>): string {
  const files = SHOWN_FILES.map((file) => `"${file}":[\n${shown[file].map((line) => JSON.stringify(line)).join(',\n')}\n]`)
  return `{${files.join(',\n')}}\n`
}

describe('the code beside the stage', () => {
  it('is there for every lesson, in the order of the story', () => {
    expect(CODE_LESSONS).toEqual(LESSONS.map(({ slug }) => slug))
  })

  it.each(CODE_LESSONS)('%s: shows the four source files as they are', async (lesson) => {
    const folder = folderOf(lesson)
    const shown = Object.fromEntries(SHOWN_FILES.map((file) => [file, coloured(sourceOf(folder, file), file)])) as never
    await expect(asJson(shown)).toMatchFileSnapshot(`./shown/${folder}.json`)
  })

  it.each(CODE_LESSONS)('%s: is short, and every file has lines that light', (lesson) => {
    for (const file of SHOWN_FILES) {
      const lines = coloured(sourceOf(folderOf(lesson), file), file)
      const { text } = withoutMarkers(sourceOf(folderOf(lesson), file))
      expect(lines.map(textOf).join('\n')).toBe(text)
      expect(lines.length, `${lesson} ${file}`).toBeLessThanOrEqual(48)
      const side = file.startsWith('client') ? 'client' : 'server'
      expect([...actsOf(lines)].filter((act) => !(act in ACTS[side]))).toEqual([])
      expect(actsOf(lines).size, `${lesson} ${file}`).toBeGreaterThan(0)
      expect(text).not.toMatch(/region/)
    }
  })
})

describe('region markers', () => {
  it('are taken out, and say what the lines between them do', () => {
    const source = 'a\n  // #region keep receive\n  b\n  // #endregion\nc\n'
    expect(withoutMarkers(source)).toEqual({ text: 'a\n  b\nc', acts: [undefined, 'keep receive', undefined] })
    expect(withoutMarkers('# region store\nb\n# endregion').acts).toEqual(['store'])
  })

  it('imports of another lesson’s code are shown as from a folder beside it', () => {
    const source = "import { SessionLog } from '../../05-stored-first/code/server'"
    expect(withoutMarkers(source).text).toBe("import { SessionLog } from '../05-stored-first/server'")
  })

  it('must be closed, one after the other', () => {
    expect(() => withoutMarkers('// #region a\nx')).toThrow('"a" is never ended')
    expect(() => withoutMarkers('// #region a\n// #region b')).toThrow('inside of region "a"')
  })
})
