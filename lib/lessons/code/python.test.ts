/**
 * The Python snippets: their syntax by python3 where there is one, by the checks below where there is none (the title says which ran),
 * and every name of the SDK that they use against the list of known names.
 */
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { CODE_LESSONS, folderOf } from './load-shown'
import { PYTHON_ARGUMENTS, PYTHON_EVENT_STORE, PYTHON_IMPORTS, PYTHON_MEMBERS } from './python-names'

const FILES = CODE_LESSONS.flatMap((lesson) => ['client.py', 'server.py'].map((name) => join(folderOf(lesson), 'code', name)))
const PATHS = FILES.map((file) => join(import.meta.dirname, '..', file))
const read = (file: string) => readFileSync(join(import.meta.dirname, '..', file), 'utf8')

/** Exit code 0 only if python3 runs and can parse the grammar used here (3.10 or later). */
const hasPython = spawnSync('python3', ['-c', 'import sys; sys.exit(sys.version_info < (3, 10))']).status === 0

/** Compiles in memory: nothing is written beside the sources. */
const COMPILE = 'import sys\nfor path in sys.argv[1:]:\n    compile(open(path, encoding="utf8").read(), path, "exec")'

describe(`Python syntax, checked by ${hasPython ? 'python3' : 'the rules of this file (no python3 here)'}`, () => {
  it.runIf(hasPython)('python3 compiles every snippet', () => {
    const { status, stderr } = spawnSync('python3', ['-c', COMPILE, ...PATHS], { encoding: 'utf8' })
    expect(stderr).toBe('')
    expect(status).toBe(0)
  })

  it.each(FILES)('%s: brackets close, blocks are indented, nothing is mixed', (file) => {
    expect(troubles(read(file))).toEqual([])
  })

  it('the rules of this file find what is wrong', () => {
    expect(troubles('def f(:\n    pass\n')).not.toEqual([])
    expect(troubles('def f():\npass\n')).toEqual(['2: not indented after a colon'])
    expect(troubles('x = (1, 2]\n')).toEqual(['1: ] closes (', '1: never closed'].slice(0, 1))
    expect(troubles('if x:\n   y()\n')).toEqual(['2: indented by 3'])
    expect(troubles('async def f()\n    pass\n')).toEqual(['1: no colon'])
  })
})

describe('the Python SDK names in the snippets', () => {
  it.each(FILES)('%s: are all known', (file) => {
    expect(unknownNames(read(file))).toEqual([])
  })

  it('a wrong name is found', () => {
    expect(unknownNames('from mcp.server.fastmcp import FastMCP')).toEqual(['mcp.server.fastmcp.FastMCP'])
    expect(unknownNames('await session.resume()\nctx.close_stream()')).toEqual(['session.resume', 'ctx.close_stream'])
    expect(unknownNames('streamable_http_client(url, headers=h)')).toEqual(['streamable_http_client(headers=)'])
  })

  it('the event store has the methods that the SDK calls', () => {
    for (const method of PYTHON_EVENT_STORE) expect(read('05-stored-first/code/server.py')).toContain(`async def ${method}(self,`)
  })

  it('no snippet gives one event store to all sessions', () => {
    for (const file of FILES) {
      if (read(file).includes('event_store=')) expect(read(file), file).toContain('OneLogPerSession')
    }
  })

  it('a client that may resume does not end the session when it leaves', () => {
    for (const file of FILES) {
      if (/resumption_token=|kept\["protocol_version"\] =/.test(read(file))) expect(read(file), file).toContain('terminate_on_close=False')
    }
  })
})

/** Without comments and the contents of strings. */
function bare(source: string): string {
  return source
    .replace(/"""[\s\S]*?"""/g, (text) => `""${'\n'.repeat(text.split('\n').length - 1)}`)
    .replace(/"(?:[^"\\\n]|\\.)*"|#.*$/gm, (text) => (text.startsWith('#') ? '' : '""'))
}

const PAIRS: Readonly<Record<string, string>> = { ')': '(', ']': '[', '}': '{' }

function troubles(source: string): string[] {
  const found: string[] = []
  const open: string[] = []
  let afterColon: number | undefined
  for (const [index, line] of bare(source).split('\n').entries()) {
    if (line.trim() === '') continue
    const at = index + 1
    const indent = line.search(/\S/)
    if (open.length === 0) {
      if (indent % 4 !== 0 || line.includes('\t')) found.push(`${at}: indented by ${indent}`)
      else if (afterColon !== undefined && indent <= afterColon) found.push(`${at}: not indented after a colon`)
    }
    for (const sign of line) {
      if ('([{'.includes(sign)) open.push(sign)
      else if (sign in PAIRS) {
        const opened = open.pop()
        if (opened !== PAIRS[sign]) found.push(`${at}: ${sign} closes ${opened ?? 'nothing'}`)
      }
    }
    if (open.length > 0) continue
    const begins = /^\s*(async def|def|class|if|elif|else|for|while|try|except|finally|with|async with|async for)\b/.test(line)
    afterColon = /:\s*$/.test(line) ? indent : undefined
    if (begins && !line.includes(':')) found.push(`${at}: no colon`)
  }
  if (open.length > 0) found.push('never closed')
  return found
}

function unknownNames(source: string): string[] {
  const code = bare(source)
  const found: string[] = []
  for (const [, module = '', names = ''] of code.matchAll(/^from (mcp[\w.]*) import (.+)$/gm)) {
    for (const name of names.split(',').map((one) => one.trim())) {
      if (!(name in (PYTHON_IMPORTS[module] ?? {}))) found.push(`${module}.${name}`)
    }
  }
  const receivers = Object.keys(PYTHON_MEMBERS).join('|')
  const members = new RegExp(String.raw`(?<![\w.])(?<!from )(${receivers})\.(\w+)`, 'g')
  for (const [, object = '', member = ''] of code.matchAll(members)) {
    if (!(member in (PYTHON_MEMBERS[object] ?? {}))) found.push(`${object}.${member}`)
  }
  for (const [callee, known] of Object.entries(PYTHON_ARGUMENTS)) {
    for (const [, args = ''] of code.matchAll(new RegExp(String.raw`\b${callee}\(((?:[^()]|\([^()]*\))*)\)`, 'g'))) {
      for (const [, name = ''] of args.replace(/\([^()]*\)/g, '').matchAll(/\b(\w+)=(?!=)/g))
        if (!(name in known)) found.push(`${callee}(${name}=)`)
    }
  }
  return found
}
