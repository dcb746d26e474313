/** When packages are installed: never twice, and always when the lock file has changed. Which browser is taken. */
import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { installReason, shellBeside, systemChromium } from './install.mjs'

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

it('takes the shell of the system before its whole browser, wherever on the path they are', () => {
  for (const folder of ['bin', 'local']) mkdirSync(join(root, folder))
  const path = ['bin', 'local'].map((folder) => join(root, folder))
  expect(systemChromium(path)).toBeUndefined()
  writeFileSync(join(root, 'bin/chromium'), '')
  expect(systemChromium(path)).toBe(join(root, 'bin/chromium'))
  writeFileSync(join(root, 'local/chromium-headless-shell'), '')
  expect(systemChromium(path)).toBe(join(root, 'local/chromium-headless-shell'))
})

it('finds the shell that Playwright keeps beside the whole browser of the same build', () => {
  const whole = join(root, 'chromium-1255/chrome-linux64/chrome')
  expect(shellBeside(whole)).toBeUndefined()
  const folder = 'chromium_headless_shell-1255/chrome-headless-shell-linux64'
  mkdirSync(join(root, folder), { recursive: true })
  expect(shellBeside(whole)).toBeUndefined()
  writeFileSync(join(root, folder, 'chrome-headless-shell'), '')
  expect(shellBeside(whole)).toBe(join(root, folder, 'chrome-headless-shell'))
  expect(shellBeside('/usr/bin/chromium')).toBeUndefined()
})
