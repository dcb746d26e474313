import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { runs, SEED } from '../../test/support/random'
import { cutRun, resumedRun } from '../../test/support/trace/fixtures'
import { DEFAULT_OPTIONS } from '../model/run-options'
import { snapshotAt } from '../trace/snapshot'
import { extentOf } from '../trace/trace'
import { messageText } from '../words/t'
import { countsOf } from './counts'
import { type Known, type LinkRead, linkOf, readLink } from './link'
import { dueActs } from './performing'
import { type Act, type Mark, type Scenario, scenarioOf } from './scenario'

const KNOWN: Known = {
  pictures: ['lighthouse', 'boat'],
  faults: ['slow', 'yank-before-priming', 'polite-close', 'reload'],
  usual: DEFAULT_OPTIONS,
}
console.log(`PTP_SEED=${SEED}`)

const mark: fc.Arbitrary<Mark> = fc.record({ count: fc.constantFrom('received', 'stored'), n: fc.nat(9999) })
const act: fc.Arbitrary<Act> = fc.oneof(
  fc.record({ kind: fc.constantFrom('pull', 'push', 'as-kept'), after: mark }),
  fc.record(
    {
      kind: fc.constant('fault' as const),
      after: mark,
      fault: fc.constantFrom('slow', 'yank-before-priming', 'polite-close'),
      on: fc.boolean(),
      amount: fc.nat(99_999),
      keepAlive: fc.boolean(),
    },
    { requiredKeys: ['kind', 'after', 'fault', 'on'] },
  ),
  fc.record(
    {
      kind: fc.constant('edit' as const),
      after: mark,
      header: fc.constantFrom('session', 'version', 'call', 'get'),
      value: fc.string({ minLength: 1, maxLength: 30, unit: 'grapheme-ascii' }),
    },
    { requiredKeys: ['kind', 'after', 'header'] },
  ),
) as fc.Arbitrary<Act>
const scenario: fc.Arbitrary<Scenario> = fc.record({
  options: fc.record({
    tool: fc.constantFrom('paint_picture', 'tell_story', 'countdown'),
    picture: fc.constant('lighthouse'),
    delay: fc.nat(5000),
    resumability: fc.boolean(),
    server: fc.constantFrom('ours', 'sdk', 'sdk-example', 'broken-no-priming'),
    answer: fc.constantFrom('stream', 'json'),
    dropsDuplicates: fc.boolean(),
  }),
  acts: fc.array(act, { maxLength: 12 }),
}) as fc.Arbitrary<Scenario>

const read = (link: string): Extract<LinkRead, { kind: 'scenario' }> => {
  const found = readLink(link, KNOWN)
  if (found.kind !== 'scenario') throw new Error(`not a scenario: ${JSON.stringify(found)}`)
  return found
}

describe('a link to a scenario', () => {
  test('says the same on the other page, whatever is in it', () => {
    fc.assert(
      fc.property(scenario, (given) => {
        const { scenario: back, ignored } = read(linkOf(given, DEFAULT_OPTIONS))
        expect(ignored).toEqual([])
        expect(back).toEqual(given)
      }),
      { seed: SEED, numRuns: runs(100) },
    )
  })

  test('is one that a browser leaves as it is', () => {
    fc.assert(
      fc.property(scenario, (given) => {
        const link = linkOf(given, DEFAULT_OPTIONS)
        expect(new URL(link, 'http://localhost:3000/').hash).toBe(link)
      }),
      { seed: SEED, numRuns: runs(100) },
    )
  })

  test('is short when all is as usual', () => {
    expect(linkOf({ options: DEFAULT_OPTIONS, acts: [] }, DEFAULT_OPTIONS)).toBe('#v=1')
    expect(linkOf(scenarioOf(resumedRun(), DEFAULT_OPTIONS), DEFAULT_OPTIONS)).toBe('#v=1&do=pull@r9~push@s14')
  })

  test('of a later version is refused politely', () => {
    const found = readLink('#v=2&tool=other', KNOWN)
    expect(found.kind === 'unreadable' && messageText(found.says)).toBe(
      'This link is version 2, this page reads 1. Reload the page to get a newer one.',
    )
  })

  test.each([
    ['tool=juggle', 'tool is "juggle", which this page does not know. It takes "paint_picture".'],
    ['picture=nowhere', 'picture is "nowhere", which this page does not know. It takes "lighthouse".'],
    ['delay=-4', 'delay is "-4", not a whole number up to 5000. It takes 250.'],
    ['server=broken-<b>', 'server is "broken-<b>", which this page does not know. It takes "ours".'],
    ['do=jump@r3', '"jump@r3" is nothing that can be done here. It is left out.'],
    ['do=+nothing@r3', '"+nothing@r3" is nothing that can be done here. It is left out.'],
    ['do=+reload@r3', '"+reload@r3" is nothing that can be done here. It is left out.'],
    ['do=edit.call.%E0%A4@s3', '"edit.call.%E0%A4@s3" is nothing that can be done here. It is left out.'],
    ['do=edit.call.a%0D%0Ab@s3', '"edit.call.a%0D%0Ab@s3" is nothing that can be done here. It is left out.'],
    ['server=broken-not-at-all', 'server is "broken-not-at-all", which this page does not know. It takes "ours".'],
  ])('with a bad value keeps the rest and names it: %s', (bad, sentence) => {
    const { scenario: found, ignored } = read(`#v=1&log=off&${bad}`)
    expect(messageText(ignored)).toBe(sentence)
    expect(found).toEqual({ options: { ...DEFAULT_OPTIONS, resumability: false }, acts: [] })
  })

  test('never throws, whatever stands there', () => {
    const garbage = fc.oneof(
      fc.string({ maxLength: 200 }),
      fc.string({ maxLength: 80 }).map((text) => `#v=1&do=${text}`),
    )
    fc.assert(
      fc.property(garbage, (text) => void readLink(text, KNOWN)),
      { seed: SEED, numRuns: runs(2000) },
    )
  })

  test.each(['', '#do', '#read', '#timeline', '#anything=else'])('an address with %j is no link to a scenario', (fragment) => {
    expect(readLink(fragment, KNOWN)).toEqual({ kind: 'none' })
  })
})

describe('a scenario', () => {
  test('of a cut run is its pull, after as many events as were received', () => {
    expect(scenarioOf(cutRun(), DEFAULT_OPTIONS).acts).toEqual([{ kind: 'pull', after: { count: 'received', n: 9 } }])
  })

  test('is done in its order, each act when its count has come', () => {
    const given = scenarioOf(resumedRun(), DEFAULT_OPTIONS)
    const counts = (received: number, stored: number, atEnd = false) => ({ received, stored, atEnd, editRefused: false })
    expect(dueActs(given, 0, counts(8, 8))).toEqual([])
    expect(dueActs(given, 0, counts(9, 9))).toEqual([given.acts[0]])
    expect(dueActs(given, 1, counts(9, 13))).toEqual([])
    expect(dueActs(given, 1, counts(9, 14))).toEqual([given.acts[1]])
    expect(dueActs(given, 1, counts(9, 12, true)), 'the run was shorter').toEqual([given.acts[1]])
    expect(dueActs(given, 2, counts(17, 17, true))).toEqual([])
  })

  test('counts what the stage counts', () => {
    const trace = resumedRun()
    expect(countsOf(snapshotAt(trace, extentOf(trace)?.to ?? 0))).toEqual({ received: 17, stored: 17, atEnd: true, editRefused: false })
  })
})

describe('a link that was encoded on its way', () => {
  const whole = (text: string) => [...text].map((one) => `%${one.charCodeAt(0).toString(16)}`).join('')
  const LINK = '#v=1&picture=boat&do=+slow.200@r0~pull@r9~edit.call.call-2%2F3@s14~push@s14'
  const MEANT = read(LINK)

  test.each([
    ['the mark of an act', LINK.replaceAll('@', '%40')],
    ['the mark between acts', LINK.replaceAll('~', '%7E')],
    ['the mark between acts, in small letters', LINK.replaceAll('~', '%7e')],
    ['the sign of a fault', LINK.replaceAll('+', '%2B')],
    ['the sign of a fault, as a query has it', LINK.replaceAll('+', ' ')],
    ['what stands between fields', LINK.replaceAll('&', '%26')],
    ['what stands between key and value', LINK.replaceAll('=', '%3D')],
    ['as HTML writes it', LINK.replaceAll('&', '&amp;')],
    ['as HTML writes it, twice', LINK.replaceAll('&', '&amp;amp;')],
    ['as HTML writes it, by number', LINK.replaceAll('&', '&#38;')],
    ['what needs no encoding', LINK.replaceAll('p', '%70')],
    ['everything', `#${whole(LINK.slice(1).replace('%2F', '/'))}`],
    ['a value that was encoded and no longer is', LINK.replace('%2F', '/')],
    ['a full stop behind', `${LINK}.`],
    ['a full stop behind, encoded', `${LINK}%2E`],
    ['a bracket behind', `${LINK})`],
    ['a bracket behind, encoded', `${LINK}%29.`],
    ['an angle bracket behind', `${LINK}>`],
    ['a quotation mark behind', `${LINK}”,`],
    ['the end of a Markdown link', `${LINK}**).`],
    ['an & behind', `${LINK}&`],
    ['a ~ behind', `${LINK}~`],
  ])('means the same: %s', (_, link) => {
    expect(read(link)).toEqual(MEANT)
    expect(MEANT.ignored).toEqual([])
  })

  test('means the same, whichever of its characters are encoded', () => {
    const marks = fc.infiniteStream(fc.boolean())
    fc.assert(
      fc.property(
        scenario,
        marks,
        fc.constantFrom('&', '&amp;', '%26'),
        fc.constantFrom('', '.', ')', '%29', '”'),
        (given, chosen, and, behind) => {
          const link = linkOf(given, DEFAULT_OPTIONS)
          const encoded = link.slice(1).replaceAll(/%[0-9A-F]{2}|[^%]/g, (one) => {
            if (one === '&') return and
            return one.length === 1 && chosen.next().value ? `%${one.charCodeAt(0).toString(16).padStart(2, '0')}` : one
          })
          const { scenario: back, ignored } = read(`#${encoded}${behind}`)
          expect(messageText(ignored)).toBe('')
          expect(back).toEqual(given)
        },
      ),
      { seed: SEED, numRuns: 2000 },
    )
  })

  test('an older link, which encoded a header value once, is read as it was meant', () => {
    const text = (value: string) => `#v=1&do=pull@r2~edit.call.${encodeURIComponent(value).replaceAll('~', '%7E')}@s14~push@s14`
    for (const value of ['call-2/3', 'a~b', 'a&b=c', 'a~b~c&d', '100%', '50%41', 'a@b', 'x y', '"quoted"', "it's", '!7E']) {
      const { scenario: found, ignored } = read(text(value))
      expect(messageText(ignored), value).toBe('')
      expect(found.acts[1], value).toEqual({ kind: 'edit', after: { count: 'stored', n: 14 }, header: 'call', value })
    }
  })

  test.each([
    ['#v=1&colour=blue', '"colour=blue" is nothing that this page knows. It is left out.'],
    ['#v=1&Tool=countdown', '"Tool=countdown" is nothing that this page knows. It is left out.'],
    ['#v=1&pull@r3', '"pull@r3" is nothing that this page knows. It is left out.'],
    ['#v=1&__proto__=1', '"__proto__=1" is nothing that this page knows. It is left out.'],
    ['#v=1&delay=100&delay=100', 'delay stands in this link twice. The last one counts.'],
    ['#v=1&do=pull@r3&x=%0Ay', '"x=%0Ay" is nothing that this page knows. It is left out.'],
    ['#v=1&do=pul@r3', '"pul@r3" is nothing that can be done here. It is left out.'],
  ])('what nobody knows is told: %s', (link, sentence) => {
    expect(messageText(read(link).ignored)).toContain(sentence)
  })

  test('with as many acts and as long values as there may be is read whole; what is longer is told', () => {
    const acts = Array.from(
      { length: 40 },
      (_, n): Act => ({ kind: 'edit', after: { count: 'stored', n }, header: 'call', value: '~%'.repeat(100) }),
    )
    const link = linkOf({ options: DEFAULT_OPTIONS, acts }, DEFAULT_OPTIONS)
    expect(read(link)).toEqual({ kind: 'scenario', scenario: { options: DEFAULT_OPTIONS, acts }, ignored: [] })
    expect(messageText(read(`#v=1&log=off&do=${'pull@r1~'.repeat(9000)}`).ignored)).toContain('This link has 72016 characters.')
  })
})
