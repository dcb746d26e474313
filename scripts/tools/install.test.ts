/** When packages are installed: never twice, and always when the lock file has changed. */
import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { installReason } from './install.mjs'

let root: string
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'install-'))
})
afterEach(() => rmSync(root, { recursive: true }))

/** A file that was written so many seconds after the first of January 2026. */
function write(name: string, second: number): void {
  writeFileSync(join(root, name), '{}')
  const at = Date.UTC(2026, 0, 1) / 1_000 + second
  utimesSync(join(root, name), at, at)
}

it('in a fresh clone', () => {
  write('package-lock.json', 0)
  expect(installReason(root)).toBe('none is installed yet')
})

it('after the lock file has changed, and not after an install by hand', () => {
  mkdirSync(join(root, 'node_modules'))
  write('node_modules/.package-lock.json', 1)
  write('package-lock.json', 2)
  expect(installReason(root)).toMatch(/package-lock\.json is newer/)
  write('node_modules/.package-lock.json', 3)
  expect(installReason(root)).toBeUndefined()
})
