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
