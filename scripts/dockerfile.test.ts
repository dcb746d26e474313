/** The Dockerfile against what the build reads, without an engine: what it copies is there, and what it must have is copied. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { SOURCES } from './build/fingerprint.mjs'

const ROOT = join(import.meta.dirname, '..')
const read = (name: string) => readFileSync(join(ROOT, name), 'utf8')
const instructions = read('Dockerfile')
  .replace(/\\\n/g, ' ')
  .split('\n')
  .map((line) => line.trim().split(/\s+/))
const named = (name: string) => instructions.filter(([first]) => first === name)
const ignored = read('.dockerignore').split('\n').filter(Boolean)

/** A line of .dockerignore is a name here, perhaps with a star at its end. */
const isIgnored = (path: string) =>
  ignored.some((line) => (line.endsWith('*') ? path.startsWith(line.slice(0, -1)) : path.split('/')[0] === line))

it('the context has every file that goes into a build, and nothing that was built here', () => {
  const needed: readonly string[] = [...SOURCES, 'package-lock.json', 'scripts']
  for (const path of needed) {
    expect(existsSync(join(ROOT, path)), path).toBe(true)
    expect(isIgnored(path), path).toBe(false)
  }
  for (const path of ['.next', '.next-static', 'node_modules', 'dist-static', 'dist-single', '.git'])
    expect(isIgnored(path), path).toBe(true)
})

it('copies only what is there, or what the build leaves', () => {
  const fromHere = named('COPY').filter((words) => !words.some((t) => t.startsWith('--from=')))
  for (const source of fromHere.flatMap((words) => words.slice(1, -1))) expect(existsSync(join(ROOT, source)), source).toBe(true)
  const fromBuild = named('COPY').filter((words) => words.includes('--from=build'))
  expect(fromBuild.map((words) => words[2])).toEqual(['/app/.next/standalone', '/app/.next/static', '/app/public'])
})

it('runs Node itself, as a user without rights, and asks for its health where it listens', () => {
  expect(named('CMD').map((words) => words.slice(1).join(' '))).toEqual(['["node", "server.js"]'])
  expect(named('USER')).toEqual([['USER', 'node']])
  expect(named('HEALTHCHECK').join(' ')).toMatch(/process\.env\.PORT.*\/health/)
})
