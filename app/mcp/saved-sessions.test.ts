/** The file of saved sessions: what a full disk, damage and a stranger's state do to it. Nothing that cannot be read is ever deleted. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { createMemoryLog } from '#lib/event-store/memory-log'
import { snapshotText } from '#lib/server/session/saved/snapshot'
import { testServerWith } from '../../test/support/server/test-server'
import { checkFolder, takeSavedSessions, writeWhole } from './saved-sessions'

const setup = testServerWith(createMemoryLog)
let folder = ''
const said: string[] = []
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ptp-state-'))
  vi.spyOn(console, 'error').mockImplementation((text: string) => void said.push(text))
})
afterEach(() => {
  vi.restoreAllMocks()
  said.length = 0
  rmSync(folder, { recursive: true })
})

const file = () => join(folder, 'sessions.json')

it('a folder that cannot be made is said at the start, at once', () => {
  writeFileSync(join(folder, 'a-file'), '')
  const impossible = [join(folder, 'a-file/inner'), ...(process.platform === 'linux' ? ['/proc/nope/inner'] : [])]
  for (const path of impossible) checkFolder(path)
  expect(said).toEqual(impossible.map((path) => expect.stringContaining(`Sessions cannot be saved to ${path} (PTP_STATE_DIR)`)))
})

it('a folder that is missing is made, with those it is in', () => {
  checkFolder(join(folder, 'one/two'))
  expect(said).toEqual([])
  expect(readdirSync(join(folder, 'one'))).toEqual(['two'])
})

/** The text of a server with two sessions. */
async function saved(): Promise<string> {
  const { endpoint, open } = setup()
  await open()
  await open()
  return snapshotText(endpoint.snapshot(), (error) => {
    throw error
  })
}

it('is written whole, for its owner only, and taken once', async () => {
  writeWhole(folder, await saved())
  expect(readdirSync(folder)).toEqual(['sessions.json'])
  expect(statSync(file()).mode & 0o777).toBe(0o600)
  expect(takeSavedSessions(folder)?.sessions).toHaveLength(2)
  expect(readdirSync(folder)).toEqual([])
  expect(takeSavedSessions(folder)).toBeUndefined()
  expect(said).toEqual([])
})

it('with one damaged session gives the others, and is kept aside as it was', async () => {
  const text = (await saved()).replace('"calls":1', '"calls":!')
  writeWhole(folder, text)
  expect(takeSavedSessions(folder)?.sessions).toHaveLength(1)
  expect(readdirSync(folder)).toEqual(['sessions.json.damaged-1'])
  expect(readFileSync(`${file()}.damaged-1`, 'utf8')).toBe(text)
  expect(said.join()).toContain('1 cannot be read and 1 go on. session 1: it is not JSON')
  expect(said.join()).toContain(`The file is kept as ${file()}.damaged-1.`)
})

it('of a later version is kept aside, so that the later server finds it when it comes back', () => {
  for (const n of [1, 2]) {
    const text = `{"version":99,"all":${n}}`
    writeFileSync(file(), text)
    expect(takeSavedSessions(folder)?.sessions).toEqual([])
    expect(readFileSync(`${file()}.damaged-${n}`, 'utf8')).toBe(text)
  }
  expect(readdirSync(folder)).toHaveLength(2)
})

it('on a full disk stays what it was, and no half file is left', async () => {
  writeWhole(folder, 'the old one')
  const fullDisk = (to: number, text: string) => {
    writeFileSync(to, text.slice(0, 3))
    throw new Error('ENOSPC: no space left on device, write')
  }
  expect(() => writeWhole(folder, 'the new one', fullDisk)).toThrow('ENOSPC')
  expect(readdirSync(folder)).toEqual(['sessions.json'])
  expect(readFileSync(file(), 'utf8')).toBe('the old one')
})
