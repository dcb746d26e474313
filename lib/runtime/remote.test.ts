import { describe, expect, test } from 'vitest'
import type { ServerFact } from '../protocol/observation'
import { createRemoteRuntime } from './remote'
import type { Watched } from './runtime'

const clock = (now: number) => `event: clock\ndata: {"now":${now}}\n\n`
const fact = (id: number, at: number, text = 'x') =>
  `id: ${id}\ndata: ${JSON.stringify({ at, fact: { kind: 'request.refused', method: 'GET', status: 400, message: text } })}\n\n`
const ended = (id: number, at: number) =>
  `id: ${id}\ndata: ${JSON.stringify({ at, fact: { kind: 'session.ended', session: 's', reason: 'deleted' } })}\n\n`

type Step = {
  readonly status?: number
  readonly chunks?: readonly string[]
  readonly cut?: boolean
  readonly fail?: boolean
  readonly takes?: number
}

function setup(steps: readonly Step[], start = 1000) {
  let now = start
  const asked: { url: string; headers: Headers; cache: RequestCache | undefined }[] = []
  const waits: number[] = []
  const fetch: typeof globalThis.fetch = async (input, init) => {
    asked.push({ url: String(input), headers: new Headers(init?.headers), cache: init?.cache })
    const step = steps[asked.length - 1]
    if (!step) throw new Error('not in the script')
    now += step.takes ?? 0
    if (step.fail) throw new TypeError('Failed to fetch')
    const chunks = [...(step.chunks ?? [])]
    const body = new ReadableStream<Uint8Array>({
      pull(controller) {
        const chunk = chunks.shift()
        if (chunk !== undefined) controller.enqueue(new TextEncoder().encode(chunk))
        else if (step.cut) controller.error(new TypeError('network error'))
        else controller.close()
      },
    })
    return new Response(body, { status: step.status ?? 200 })
  }
  const sleep = async (wait: number) => void waits.push(wait)
  const runtime = createRemoteRuntime(new URL('http://page.test/app/'), { fetch, now: () => now, sleep })
  const watched: Watched[] = []
  const stop = new AbortController()
  const done = runtime.watch('s', (seen) => watched.push(seen), stop.signal)
  return { runtime, asked, waits, watched, done, stop }
}

const kinds = (watched: readonly Watched[]) => watched.map(({ fact: { kind } }: { fact: ServerFact }) => kind)

describe('the remote runtime', () => {
  test('finds the endpoint and the feed under the base, never cached, with the session in a header', async () => {
    const { runtime, asked, done } = setup([{ chunks: [clock(0), ended(1, 0)] }])
    await done
    expect(runtime.home).toBe('http')
    expect(runtime.endpoint.href).toBe('http://page.test/app/mcp')
    expect(asked[0]?.url).toBe('http://page.test/app/observations')
    expect(asked[0]?.cache).toBe('no-store')
    expect(asked[0]?.headers.get('mcp-session-id')).toBe('s')
  })

  test('maps server time to the page clock by the middle of the request', async () => {
    // Asked at 1000, answered at 1100: the server's 51050 was the page's 1050.
    const { watched, done } = setup([{ takes: 100, chunks: [clock(51_050), fact(1, 51_000), ended(2, 51_020)] }])
    await done
    expect(watched.map(({ at }) => at)).toEqual([1000, 1020])
  })

  test('takes clocks that may agree to agree, however slow the answer was', async () => {
    const { watched, done } = setup([{ takes: 100, chunks: [clock(1005), fact(1, 990), ended(2, 1002)] }])
    await done
    expect(watched.map(({ at }) => at)).toEqual([990, 1002])
  })

  test('puts nothing later than the moment it was heard of', async () => {
    const { watched, done } = setup([{ chunks: [clock(5000), fact(1, 5400), ended(2, 5500)] }])
    await done
    expect(watched.map(({ at }) => at)).toEqual([1000, 1000])
  })

  test('goes on after a drop, a failed attempt and a 503, without loss or repetition, and measures the clock anew', async () => {
    const { watched, asked, waits, done } = setup([
      { chunks: [clock(2000), fact(1, 1990, 'é🟩').slice(0, -8), fact(1, 1990, 'é🟩').slice(-8), fact(2, 1995), 'id: 3\nda'], cut: true },
      { fail: true },
      { status: 503 },
      { chunks: [clock(9000), fact(2, 1995), fact(3, 8990), 'event: gap\ndata: {"missed":2}\n\n', ended(6, 8995)] },
    ])
    await done
    expect(asked.map(({ headers }) => headers.get('last-event-id'))).toEqual([null, '2', '2', '2'])
    expect(waits).toHaveLength(3)
    expect(kinds(watched)).toEqual(['request.refused', 'request.refused', 'request.refused', 'session.ended'])
    expect(watched.map(({ at }) => at)).toEqual([990, 995, 990, 995])
  })

  test('rejects when the session is not known', async () => {
    const { done } = setup([{ status: 404 }])
    await expect(done).rejects.toThrow('The feed answered 404: the server does not know the session. Start again.')
  })

  test('resolves when it is called off while it waits', async () => {
    let waiting = () => {}
    const waits = new Promise<void>((resolve) => (waiting = resolve))
    const stop = new AbortController()
    const runtime = createRemoteRuntime(new URL('http://page.test/'), {
      fetch: async () => {
        throw new TypeError('Failed to fetch')
      },
      now: () => 0,
      sleep: (_, signal) => {
        waiting()
        return new Promise((resolve) => signal.addEventListener('abort', () => resolve()))
      },
    })
    const done = runtime.watch('s', () => {}, stop.signal)
    await waits
    stop.abort()
    await done
  })
})
