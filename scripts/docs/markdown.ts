/** Reads a document: its links, its code, its headings. Just enough Markdown for papers.test.ts. */

export type Paper = {
  /** targets of links and pictures, as written */
  readonly links: readonly string[]
  /** texts in backticks, outside of blocks of code */
  readonly code: readonly string[]
  /** lines in blocks of code that are commands (sh) */
  readonly commands: readonly string[]
  /** anchors of the headings, as GitHub makes them */
  readonly anchors: ReadonlySet<string>
}

export function readPaper(text: string): Paper {
  const parts = text.split(/^```/m)
  const prose = parts.filter((_, index) => index % 2 === 0).join('\n')
  const blocks = parts.filter((_, index) => index % 2 === 1)
  return {
    links: [...prose.matchAll(/\]\(([^)\s]+)\)/g)].map(([, target = '']) => target),
    code: [...prose.matchAll(/`([^`\n]+)`/g)].map(([, code = '']) => code),
    commands: blocks.filter((block) => /^sh\b/.test(block)).flatMap((block) => block.split('\n').slice(1)),
    anchors: new Set([...prose.matchAll(/^#{1,6} (.+)$/gm)].map(([, title = '']) => anchorOf(title))),
  }
}

/** `## Stock servers, and more` → `stock-servers-and-more` */
const anchorOf = (title: string) =>
  title
    .toLowerCase()
    .replace(/[^\p{L}\p{N} _-]/gu, '')
    .replaceAll(' ', '-')

/** Names of npm scripts in commands: `npm run x`, `npm test`, `npm start`. */
export function npmScripts(text: string): string[] {
  return [...text.matchAll(/\bnpm (?:run ([\w:-]+)|(test|start)\b)/g)].map(([, script, short]) => script ?? short ?? '')
}

/** Files of this project in a command: what `node`, `vitest run` and `playwright test` are given. */
export function filesIn(command: string): string[] {
  const given = command.matchAll(/\b(?:node|vitest run|--config) ((?:scripts|lib|components|bench|e2e|test)[\w./-]*)/g)
  return [...given].map(([, file = '']) => file)
}
