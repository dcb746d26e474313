/**
 * For tests: a resuming fetch over a script, and the frames of one call, `call-2`, as this app's server writes them.
 */
import type { KeptEvent } from '../../../lib/client/kept-session'
import { createResumable, type ResumableOptions } from '../../../lib/client/resume/resumable-fetch'
import { noTime, notebook, type Step, scriptedFetch } from './scripted-server'

export const ENDPOINT = 'http://server.test/mcp'
export const CALL = {
  method: 'POST',
  headers: { 'content-type': 'application/json', accept: 'application/json, text/event-stream', 'mcp-session-id': 's1' },
  body: JSON.stringify({ jsonrpc: '2.0', id: 2, method: 'tools/call', params: {} }),
}
export const PRIMING = 'id: call-2/0\nretry: 1500\ndata: \n\n'
export const FIRST = { 'x-first-event-id': 'call-2/0' }

export const event = (id: string, data: unknown) => `id: ${id}\nevent: message\ndata: ${JSON.stringify(data)}\n\n`
export const progress = (n: number) => event(`call-2/${n}`, { method: 'notifications/progress', params: { progress: n, message: '🟩' } })
export const result = (n: number, id: number = 2) => event(`call-2/${n}`, { jsonrpc: '2.0', id, result: {} })
export const primed = (id: string) => `id: ${id}\nretry: 1500\ndata: \n\n`
export const refusedWith = (status: number, message: string) =>
  new Response(JSON.stringify({ jsonrpc: '2.0', id: null, error: { code: -32000, message } }), { status })

export function setup(steps: readonly Step[], options: Partial<ResumableOptions> = {}) {
  const notes = notebook()
  const time = noTime()
  const events: KeptEvent[] = []
  const script = scriptedFetch(steps)
  const resuming = createResumable({ observe: notes.observe, sleep: time.sleep, onEvent: (e) => events.push(e), ...options })
  const lastEventIds = () => script.asked.map(({ headers }) => headers.get('last-event-id'))
  return { ...notes, time, events, ...resuming, fetch: resuming.wrap(script.fetch), asked: script.asked, lastEventIds }
}
