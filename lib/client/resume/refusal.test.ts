import { describe, expect, test } from 'vitest'
import {
  CALL,
  ENDPOINT,
  event,
  FIRST,
  PRIMING,
  primed,
  progress,
  refusedWith,
  result,
  setup,
} from '../../../test/support/client/scripted-resuming'
import { openBody, sse } from '../../../test/support/client/scripted-server'

describe('the resuming fetch, when it may not resume', () => {
  test('RS8 a 4xx is final: the call gets the status, the reason and what to do, at once', async () => {
    for (const [status, code, advice] of [
      [404, 'session-gone', 'the session is gone: start a new one'],
      [400, 'cannot-replay', 'the missed events cannot be replayed: call again'],
    ] as const) {
      const { fetch, asked, of } = setup([sse([PRIMING], 'cut', FIRST), refusedWith(status, 'No such thing.')])
      const text = await (await fetch(ENDPOINT, CALL)).text()
      const message = `resume refused with ${status}: No such thing; ${advice}`
      const reason = { code, status, quoted: 'No such thing' }
      expect(JSON.parse(text.slice(text.lastIndexOf('data: ') + 6))).toEqual({
        jsonrpc: '2.0',
        id: 2,
        error: { code: -32000, message, data: { status, reason } },
      })
      expect(of('resume.refused')).toEqual([{ kind: 'resume.refused', stream: 'call-2', status, reason }])
      expect(asked).toHaveLength(2)
    }
  })

  test('RS8 "not now" is asked again, and final the fifth time in a row', async () => {
    const busy = [503, 409, 502, 429, 500].map((status) => refusedWith(status, 'busy'))
    const { fetch, asked } = setup([sse([PRIMING], 'cut', FIRST), ...busy])
    expect(await (await fetch(ENDPOINT, CALL)).text()).toContain('resume refused with 500: busy; the server kept refusing: try again later')
    expect(asked).toHaveLength(6)
    const threeTimes = () => [503, 409, 429].map((status) => refusedWith(status, ''))
    const patient = setup([sse([PRIMING], 'cut', FIRST), ...threeTimes(), sse([], 'cut'), ...threeTimes(), sse([result(1)], 'end')])
    expect(await (await patient.fetch(ENDPOINT, CALL)).text()).toContain(result(1))
  })

  test('RS8 an answer that is no event stream is final too', async () => {
    const { fetch } = setup([sse([PRIMING], 'cut', FIRST), new Response('<html>', { status: 200 })])
    expect(await (await fetch(ENDPOINT, CALL)).text()).toContain('resume refused with 200; the stream cannot be resumed here')
  })

  test('RS9 a cut without any id fails the call at once, and says whether the server sends ids at all', async () => {
    const early = setup([sse([': open\n\n', 'data: {"to'], 'cut')])
    expect(await (await early.fetch(ENDPOINT, CALL)).text()).toContain('cut before the first event id: nothing to resume after; call again')
    const never = setup([sse([': open\n\n', 'data: {"method":"notifications/progress"}\n\n'], 'cut')])
    expect(await (await never.fetch(ENDPOINT, CALL)).text()).toContain('this server sends no event ids')
    expect(never.of('resume.refused')).toHaveLength(1)
    expect(never.asked).toHaveLength(1)
  })

  test('a POST without an answer is not sent again, and says so', async () => {
    const { fetch, asked } = setup([new TypeError('Failed to fetch')])
    await expect(fetch(ENDPOINT, CALL)).rejects.toThrow(
      'no answer to tools/call came through (Failed to fetch): nothing to resume after; call again',
    )
    expect(asked).toHaveLength(1)
  })

  test('RS10 the standalone stream begins anew without an id, and when its last event is evicted', async () => {
    const last = openBody()
    const { fetch, lastEventIds, of } = setup([
      sse([': open\n\n'], 'cut'),
      sse([event('get/4', {})], 'cut'),
      refusedWith(400, 'evicted'),
      last.response,
    ])
    const reading = (await fetch(ENDPOINT)).text()
    reading.catch(() => {})
    await expect.poll(lastEventIds).toEqual([null, null, 'get/4', null])
    expect(of('resume.refused')).toMatchObject([{ stream: 'get', status: 400 }])
    last.cut()
  })

  test('a GET that never was a stream gives its own answer: 405 stays 405', async () => {
    const { fetch } = setup([new Response(null, { status: 405 })])
    expect((await fetch(ENDPOINT)).status).toBe(405)
  })

  test('a GET waits for the network; one that resumes and is refused rejects with the reason', async () => {
    const get = { headers: { 'last-event-id': 'call-2/3' } }
    const patient = setup([new TypeError('Failed to fetch'), sse([primed('call-2/3'), result(4)], 'end')])
    expect(await (await patient.fetch(ENDPOINT, get)).text()).toBe(result(4))
    const refused = setup([refusedWith(404, 'gone')])
    await expect(refused.fetch(ENDPOINT, get)).rejects.toMatchObject({ name: 'ResumeRefusedError', status: 404, stream: 'call-2' })
  })

  test('RS8 a resumed call of an earlier life fails under the request id its answer would have had', async () => {
    const options = { requestOf: (id: string) => (id === 'call-2/3' ? 2 : undefined) }
    const { fetch } = setup([sse([progress(4)], 'cut'), refusedWith(404, 'gone')], options)
    const text = await (await fetch(ENDPOINT, { headers: { 'last-event-id': 'call-2/3' } })).text()
    expect(text).toContain('"id":2,"error"')
  })
})
