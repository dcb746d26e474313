/**
 * What a run was started with, read from its own trace: the settings on the page may have been changed since, and a run that was opened
 * from a file never had them.
 */

import { SERVER_KINDS } from '../faults/gallery'
import { type RunOptions, TOOL_NAMES } from '../model/run-options'
import type { Observation } from '../protocol/observation'
import type { Trace } from '../trace/trace'

/** `options` with everything that the trace tells otherwise. */
export function runOptionsOf({ observations }: Trace, options: RunOptions): RunOptions {
  let read = options
  for (const seen of observations) {
    if (seen.kind === 'call.started') read = { ...read, ...askedOf(seen) }
    else if (seen.kind === 'connection.opened' && seen.rpc?.method === 'initialize') read = { ...read, ...termsOf(seen.path) }
  }
  const drops = dropsDuplicates(observations)
  return drops === undefined ? read : { ...read, dropsDuplicates: drops }
}

function askedOf({ tool, args }: Extract<Observation, { kind: 'call.started' }>): Partial<RunOptions> {
  const named = TOOL_NAMES.find((name) => name === tool)
  const { picture, delay } = args
  return {
    ...(named && { tool: named }),
    ...(typeof picture === 'string' && { picture }),
    ...(typeof delay === 'number' && { delay }),
  }
}

/** The query of initialize says what the session is to be (lib/client/connect.ts). */
function termsOf(path: string): Partial<RunOptions> {
  const query = new URLSearchParams(path.split('?')[1] ?? '')
  return {
    resumability: query.get('resumability') !== 'off',
    server: SERVER_KINDS.find((kind) => kind === query.get('server')) ?? 'ours',
    answer: query.get('answer') === 'json' ? 'json' : 'stream',
  }
}

/** Told only by a run in which an event came twice. */
function dropsDuplicates(observations: readonly Observation[]): boolean | undefined {
  const received = new Set<string>()
  let cameTwice = false
  for (const seen of observations) {
    if (seen.kind === 'event.dropped') return true
    if (seen.kind !== 'event.received' || seen.id === undefined || seen.data === '') continue
    cameTwice ||= received.has(seen.id)
    received.add(seen.id)
  }
  return cameTwice ? false : undefined
}
