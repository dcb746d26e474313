import { expect, test } from 'vitest'
import { ENGLISH } from '../words/t'
import { actsText } from './act-words'

test('the acts of a scenario are one sentence', () => {
  expect(
    actsText(
      [
        { kind: 'pull', after: { count: 'received', n: 3 } },
        { kind: 'edit', header: 'session', after: { count: 'stored', n: 4 } },
        { kind: 'push', after: { count: 'stored', n: 6 } },
      ],
      ENGLISH,
    ),
  ).toBe('Plug pulled after 3 received, Mcp-Session-Id left out after 4 stored, plugged back in after 6 stored.')
  expect(actsText([{ kind: 'fault', fault: 'impatient', on: true, after: { count: 'received', n: 0 } }], ENGLISH)).toMatch(
    / from the start\.$/,
  )
  expect(actsText([], ENGLISH)).toBe('')
})
