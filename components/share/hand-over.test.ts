import fc from 'fast-check'
import { expect, test } from 'vitest'
import { hostileText } from '../../test/support/share/hostile-values'
import { fileName } from './hand-over'

test('the name of a file is plain and short, whatever the run calls its tool', () => {
  const at = new Date('2026-11-25T10:20:30Z')
  expect(fileName('paint_picture', 'json', at)).toBe('pull-the-plug-paint-picture-2026-11-25T10-20-30.json')
  fc.assert(
    fc.property(fc.oneof(hostileText, fc.string({ minLength: 300, maxLength: 400 })), (tool) => {
      expect(fileName(tool, 'har', at)).toMatch(/^pull-the-plug-[A-Za-z0-9-]{0,60}-2026-11-25T10-20-30\.har$/)
    }),
    { numRuns: 1000 },
  )
})
