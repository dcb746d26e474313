/**
 * The rules ES1…ES11 of event-log.ts as a suite: every implementation runs it. Not a test file itself. ES12 concerns only logs
 * that make snapshots (memory-log.test.ts).
 * Random runs print their seed; PTP_SEED repeats one.
 */
import { beforeAll, describe, expect, it } from 'vitest'
import { type EventLog, EventTooLargeError, type LogLimits } from '../../lib/event-store/event-log'
import type { EventId, Observe, ServerFact, StreamName } from '../../lib/protocol/observation'
import { SEED } from '../support/random'
import { follower, idsOf, settle } from './event-log-follower'
import { describeAnything, RUNS } from './event-log-random.contract'

type MakeLog = (limits: LogLimits, observe?: Observe<Extract<ServerFact, { kind: 'event.evicted' }>>) => EventLog

const ROOMY: LogLimits = { maxEvents: 10_000, maxBytes: 10_000_000 }

async function fill(log: EventLog, stream: StreamName, count: number, last = false): Promise<EventId[]> {
  const ids: EventId[] = []
  for (let i = 0; i < count; i++) ids.push((await log.append(stream, i === 0 ? '' : `{"i":${i}}`, { last: last && i === count - 1 })).id)
  return ids
}

async function read(log: EventLog, id: EventId): Promise<EventId[] | string> {
  const result = await log.readAfter(id)
  return result.kind === 'events' ? idsOf(result.events) : result.kind
}

export function describeEventLog(name: string, makeLog: MakeLog): void {
  describe(`${name} keeps the contract of an event log`, () => {
    beforeAll(() => console.info(`${name}: PTP_SEED=${SEED} PTP_RUNS=${RUNS}`))
    describeStoring(makeLog)
    describeUnservedIds(makeLog)
    describeLimits(makeLog)
    describeFollowing(makeLog)
    describeAnything(makeLog)
  })
}

function describeStoring(makeLog: MakeLog): void {
  it('ES1 an event can be read as soon as append has returned it, with the very frame to send', async () => {
    const log = makeLog(ROOMY)
    await log.append('call-1', '')
    const event = await log.append('call-1', '{"a":"ü🟦"}')
    const result = await log.readAfter('call-1/0')
    expect(result).toMatchObject({ kind: 'events', stream: 'call-1', completed: false, events: [event] })
    expect(new TextDecoder().decode(event.frame)).toBe('id: call-1/1\nevent: message\ndata: {"a":"ü🟦"}\n\n')
  })

  it('ES1 an id without a message is a frame with empty data, and text with line breaks stays one event', async () => {
    const log = makeLog(ROOMY)
    expect(new TextDecoder().decode((await log.append('get', '')).frame)).toBe('id: get/0\ndata: \n\n')
    expect(new TextDecoder().decode((await log.append('get', '{\n"a":1}')).frame)).toBe(
      'id: get/1\nevent: message\ndata: {\ndata: "a":1}\n\n',
    )
  })

  it('ES2 ids name their stream and count from 0 in each', async () => {
    const log = makeLog(ROOMY)
    expect(await fill(log, 'get', 2)).toEqual(['get/0', 'get/1'])
    expect(await fill(log, 'call-1', 3)).toEqual(['call-1/0', 'call-1/1', 'call-1/2'])
    expect(await fill(log, 'get', 1)).toEqual(['get/2'])
    expect(await log.latest('get')).toBe('get/2')
    expect(await log.latest('call-9')).toBeUndefined()
  })

  it('ES3 readAfter returns what comes after on that stream, and nothing of another', async () => {
    const log = makeLog(ROOMY)
    for (const stream of ['call-1', 'get', 'call-1', 'call-2', 'get', 'call-1']) await log.append(stream, '{}')
    expect(await read(log, 'call-1/0')).toEqual(['call-1/1', 'call-1/2'])
    expect(await read(log, 'get/0')).toEqual(['get/1'])
    expect(await read(log, 'call-2/0')).toEqual([])
    const limited = await log.readAfter('call-1/0', 1)
    expect(limited.kind === 'events' && idsOf(limited.events)).toEqual(['call-1/1'])
  })

  it('ES9 two logs know nothing of each other', async () => {
    const [a, b] = [makeLog(ROOMY), makeLog(ROOMY)]
    await fill(a, 'call-1', 3)
    expect(await read(b, 'call-1/1')).toBe('unknown')
    expect(b.size()).toEqual({ events: 0, bytes: 0 })
  })

  it('ES10 nothing is appended to a completed stream, nor to a closed log', async () => {
    const log = makeLog(ROOMY)
    await fill(log, 'call-1', 2, true)
    await expect(log.append('call-1', '{}')).rejects.toThrow('call-1')
    await log.append('call-2', '')
    log.close()
    await expect(log.append('call-2', '{}')).rejects.toThrow('closed')
    await expect(log.append('call-3', '{}')).rejects.toThrow('closed')
  })
}

function describeUnservedIds(makeLog: MakeLog): void {
  it.each([
    '',
    'call-1',
    'call-1/',
    '/1',
    'call-1/-1',
    'call-1/01',
    'call-1/1.5',
    'call-1/1e3',
    ' call-1/1',
    'call-1/1 ',
    'a b/1',
    'call-1/1/2',
    '{}',
  ])('ES7 %j is malformed', async (id) => {
    const log = makeLog(ROOMY)
    await fill(log, 'call-1', 3)
    expect(await read(log, id)).toBe('malformed')
    await expect(follower(log, id).outcome).resolves.toBe('malformed')
  })

  it.each(['call-1/3', 'call-1/999999999999', 'call-2/0', 'get/0', 'constructor/0', '__proto__/0'])('ES7 %j is unknown', async (id) => {
    const log = makeLog(ROOMY)
    await fill(log, 'call-1', 3)
    expect(await read(log, id)).toBe('unknown')
    await expect(follower(log, id).outcome).resolves.toBe('unknown')
  })
}

function describeLimits(makeLog: MakeLog): void {
  it('ES5 the oldest events go first, whichever stream they are of, and each eviction is observed', async () => {
    const evicted: string[] = []
    const log = makeLog({ maxEvents: 3, maxBytes: 10_000 }, (fact) => evicted.push(fact.through))
    for (const stream of ['call-1', 'get', 'call-1', 'call-2', 'call-2']) await log.append(stream, '{}')
    expect(log.size().events).toBe(3)
    expect(evicted).toEqual(['call-1/0', 'get/0'])
    expect(await read(log, 'call-1/0')).toEqual(['call-1/1'])
  })

  it('ES5 an event larger than the whole log is refused, and nothing changes', async () => {
    const log = makeLog({ maxEvents: 10, maxBytes: 100 })
    await fill(log, 'call-1', 2)
    const before = log.size()
    await expect(log.append('call-1', JSON.stringify('x'.repeat(200)), { last: true })).rejects.toBeInstanceOf(EventTooLargeError)
    expect(log.size()).toEqual(before)
    expect((await log.append('call-1', '{}')).id).toBe('call-1/2')
  })

  it('ES6 an id whose next event is gone is evicted; the id before the oldest stored one is still served', async () => {
    const log = makeLog({ maxEvents: 3, maxBytes: 10_000 })
    await fill(log, 'call-1', 6)
    expect(await read(log, 'call-1/1')).toBe('evicted')
    expect(await read(log, 'call-1/2')).toEqual(['call-1/3', 'call-1/4', 'call-1/5'])
  })

  it('ES6 a completed stream that is wholly evicted is evicted, not unknown, however long ago; and ES10 still holds', async () => {
    const log = makeLog({ maxEvents: 4, maxBytes: 10_000 })
    for (let k = 1; k <= 500; k++) await fill(log, `call-${k}`, 2, true)
    for (const id of ['call-1/0', 'call-1/1', 'call-250/0', 'call-490/1']) expect(await read(log, id)).toBe('evicted')
    expect(await read(log, 'call-501/0')).toBe('unknown')
    expect(await log.latest('call-1')).toBeUndefined()
    await expect(log.append('call-1', '{}')).rejects.toThrow('call-1')
  })

  it('ES11 evict leaves the newest messages of each stream, says what it took, and the rest is served as ever', async () => {
    const evicted: string[] = []
    const log = makeLog(ROOMY, (fact) => evicted.push(`${fact.stream}: ${fact.through}`))
    for (const stream of ['call-1', 'get', 'call-1', 'get', 'call-1', 'call-1']) await log.append(stream, stream === 'x' ? '' : '{}')
    await log.evict(2)
    expect(evicted).toEqual(['call-1: call-1/1'])
    expect(log.size().events).toBe(4)
    expect(await read(log, 'call-1/0')).toBe('evicted')
    expect(await read(log, 'call-1/1')).toEqual(['call-1/2', 'call-1/3'])
    expect(await read(log, 'get/0')).toEqual(['get/1'])
    expect((await log.append('call-1', '{}')).id).toBe('call-1/4')
    await log.evict(0)
    expect(log.size()).toEqual({ events: 0, bytes: 0 })
    expect(await read(log, 'call-1/4')).toEqual([])
    expect((await log.append('call-1', '{}', { last: true })).id).toBe('call-1/5')
  })

  it('ES11 ES5 what is evicted by hand does not confuse what must go for want of room', async () => {
    const evicted: string[] = []
    const log = makeLog({ maxEvents: 4, maxBytes: 10_000 }, (fact) => evicted.push(fact.through))
    for (const stream of ['call-1', 'get', 'call-1', 'call-1']) await log.append(stream, '{}')
    await log.evict(1)
    for (let i = 0; i < 4; i++) await log.append('get', '{}')
    expect(evicted).toEqual(['call-1/1', 'get/0', 'call-1/2'])
    expect(log.size().events).toBe(4)
    expect(await read(log, 'get/0')).toEqual(['get/1', 'get/2', 'get/3', 'get/4'])
  })

  it('ES6 a running stream goes on counting after all its events are evicted', async () => {
    const log = makeLog({ maxEvents: 2, maxBytes: 10_000 })
    await fill(log, 'get', 2)
    await fill(log, 'call-1', 4)
    expect(await read(log, 'get/1')).toEqual([])
    expect((await log.append('get', '{}')).id).toBe('get/2')
    expect(await read(log, 'get/1')).toEqual(['get/2'])
  })
}

function describeFollowing(makeLog: MakeLog): void {
  it('ES8 replay, then live, then the end after the last event', async () => {
    const log = makeLog(ROOMY)
    await fill(log, 'call-1', 3)
    const tail = follower(log, 'call-1/0')
    await settle()
    await log.append('get', '{}')
    await log.append('call-1', '{}')
    await log.append('call-1', '{}', { last: true })
    await expect(tail.outcome).resolves.toBe('ended')
    expect(tail.got).toEqual(['call-1/1', 'call-1/2', 'call-1/3', 'call-1/4'])
    await expect(follower(log, 'call-1/4').outcome).resolves.toBe('ended')
  })

  it('ES8 the last event, appended between replay and live, is neither lost nor doubled', async () => {
    // The stock SDK replay loses exactly this one: stored after the replay was read, before the stream was registered.
    const log = makeLog(ROOMY)
    await fill(log, 'call-1', 2)
    const iterator = log.follow('call-1/0', new AbortController().signal)[Symbol.asyncIterator]()
    const replay = await iterator.next()
    await log.append('call-1', '{"result":{}}', { last: true })
    const live = await iterator.next()
    expect([...idsOf(replay.value ?? []), ...idsOf(live.value ?? [])]).toEqual(['call-1/1', 'call-1/2'])
    expect((await iterator.next()).done).toBe(true)
  })

  it('ES8 several followers of one stream each get everything', async () => {
    const log = makeLog(ROOMY)
    await fill(log, 'call-1', 2)
    const tails = ['call-1/0', 'call-1/1', 'call-1/0'].map((id) => follower(log, id))
    await log.append('call-1', '{}', { last: true })
    await Promise.all(tails.map((tail) => tail.outcome))
    expect(tails.map((tail) => tail.got.length)).toEqual([2, 1, 2])
  })

  it('ES8 it returns when its signal aborts, even before it began, and when the log is closed', async () => {
    const log = makeLog(ROOMY)
    await fill(log, 'get', 1)
    const [aborted, closed] = [follower(log, 'get/0'), follower(log, 'get/0')]
    await settle()
    aborted.abort.abort()
    await expect(aborted.outcome).resolves.toBe('ended')
    const late = follower(log, 'get/0')
    late.abort.abort()
    await expect(late.outcome).resolves.toBe('ended')
    expect(closed.ended()).toBeUndefined()
    log.close()
    await expect(closed.outcome).resolves.toBe('ended')
    await expect(follower(log, 'get/0').outcome).resolves.toBe('ended')
  })

  it('ES6 ES8 a follower that falls behind an eviction is told so', async () => {
    const log = makeLog({ maxEvents: 3, maxBytes: 10_000 })
    await fill(log, 'call-1', 2)
    const iterator = log.follow('call-1/0', new AbortController().signal)[Symbol.asyncIterator]()
    expect(idsOf((await iterator.next()).value ?? [])).toEqual(['call-1/1'])
    await fill(log, 'call-1', 6)
    await expect(iterator.next()).rejects.toMatchObject({ name: 'CursorError', problem: 'evicted' })
  })
}
