/**
 * The code of a lesson as it is shown: lines of coloured words, each line with the acts it performs. Made from the source files
 * themselves by shown.test.ts (`npx vitest run lib/lessons/code/shown.test.ts -u`), which fails when they differ.
 */
export const SHOWN_FILES = ['client.ts', 'server.ts', 'client.py', 'server.py'] as const
export type ShownFile = (typeof SHOWN_FILES)[number]

/** k keyword, s string, c comment, n constant, f function, p punctuation; a plain word is a plain string. */
export type WordKind = 'k' | 's' | 'c' | 'n' | 'f' | 'p'
export type Word = string | readonly [kind: WordKind, text: string]

export type ShownLine = {
  readonly words: readonly Word[]
  /** names of acts (acts.ts), separated by spaces */
  readonly acts?: string
}

export type ShownLesson = Readonly<Record<ShownFile, readonly ShownLine[]>>

/** An import from the code of another lesson; a reader sees the folders of code side by side. */
const OTHER_LESSON = /'\.\.\/\.\.\/(\d\d-[a-z-]+)\/code\//

/**
 * Source lines as they are shown, without the region markers, and which acts each performs. `// #region keep receive` … `// #endregion`;
 * in Python `# region`.
 */
export function withoutMarkers(source: string): { readonly text: string; readonly acts: readonly (string | undefined)[] } {
  const text: string[] = []
  const acts: (string | undefined)[] = []
  let now: string | undefined
  for (const line of source.trimEnd().split('\n')) {
    const [, ending, names] = /^\s*(?:\/\/ #|# )(end)?region\b ?(.*)$/.exec(line) ?? []
    if (names === undefined) {
      text.push(line.replace(OTHER_LESSON, "'../$1/"))
      acts.push(now)
    } else if (ending) {
      now = undefined
    } else {
      if (now !== undefined) throw new Error(`Region "${names}" begins inside of region "${now}": end that one first.`)
      now = names.trim()
    }
  }
  if (now !== undefined) throw new Error(`Region "${now}" is never ended.`)
  return { text: text.join('\n'), acts }
}

/** The text of a line, for copying and for tests. */
export const textOf = ({ words }: ShownLine): string => words.map((word) => (typeof word === 'string' ? word : word[1])).join('')

/** The acts that a file has. */
export const actsOf = (lines: readonly ShownLine[]): ReadonlySet<string> => new Set(lines.flatMap(({ acts }) => acts?.split(' ') ?? []))
