/**
 * Runs a scenario on a playground: starts the run, and does each act once what it waits for was observed. It acts in the one call that it
 * started, and leaves every later run alone.
 */
import type { HeaderEdit, HeaderEdits } from '../faults/commands'
import { FAULTS } from '../faults/fault-list'
import type { Playground } from '../playground/types'
import type { StreamName } from '../protocol/observation'
import { snapshotAt } from '../trace/snapshot'
import { countsOf } from './counts'
import { actsBeforeStart, dueActs } from './performing'
import type { Act, Scenario } from './scenario'

/**
 * Settles when the call has its answer or its error; acts that are still to come are done after it. `signal` ends only the acting: the run is
 * the learner's then.
 */
export function performScenario(scenario: Scenario, playground: Playground, signal?: AbortSignal): Promise<void> {
  const { acts, options } = scenario
  const before = actsBeforeStart(scenario)
  let done = before.length
  let call: string | undefined
  let isAsked = false

  /** Acts after the change that was told, never in the middle of it. */
  function look() {
    if (isAsked) return
    isAsked = true
    queueMicrotask(() => {
      isAsked = false
      if (!signal?.aborted) actNow()
    })
  }

  function actNow() {
    const { trace, now, phase } = playground.getState()
    const snapshot = snapshotAt(trace, now)
    const isAnother = call !== undefined && (phase === 'starting' || phase === 'recorded' || snapshot.call?.id !== call)
    if (isAnother || done >= acts.length) return stop()
    if (phase === 'starting' || snapshot.call === undefined) return
    call = snapshot.call.id
    const due = dueActs(scenario, done, countsOf(snapshot))
    done += due.length
    for (const act of due) perform(act, playground, snapshot.stage.call?.name)
  }

  playground.setOptions(options)
  for (const act of before) perform(act, playground, undefined)
  const ended = playground.start()
  const stop = playground.subscribe((state, previous) => state.trace !== previous.trace && look())
  signal?.addEventListener('abort', stop, { once: true })
  return ended
}

function perform(act: Act, playground: Playground, stream: StreamName | undefined): void {
  switch (act.kind) {
    case 'pull':
      playground.pull()
      break
    case 'push':
      playground.push()
      break
    case 'as-kept':
      playground.askAsKept()
      break
    case 'fault':
      setFault(act, playground)
      break
    case 'edit':
      playground.editHeaders(withEdit(playground.getState().edits, act, stream))
      break
    default:
      act satisfies never
  }
}

function setFault({ fault, on, amount, keepAlive }: Extract<Act, { kind: 'fault' }>, playground: Playground): void {
  const known = FAULTS.find(({ id }) => id === fault)
  if (!known) return
  const setting = { ...(amount === undefined ? {} : { amount }), ...(keepAlive === undefined ? {} : { keepAlive }) }
  playground.setFault(known.id, on, setting)
}

/** Several headers may be edited for one request. */
function withEdit(edits: HeaderEdits | undefined, act: Extract<Act, { kind: 'edit' }>, stream: StreamName = 'call-2'): HeaderEdits {
  const { header, value } = act
  const edit: HeaderEdit = value === undefined ? { kind: 'left-out' } : { kind: 'value', value }
  switch (header) {
    case 'session':
      return { ...edits, sessionId: edit }
    case 'version':
      return { ...edits, protocolVersion: edit }
    case 'call':
      return { ...edits, lastEventIds: { ...edits?.lastEventIds, [stream]: edit } }
    case 'get':
      return { ...edits, lastEventIds: { ...edits?.lastEventIds, get: edit } }
    default:
      return header satisfies never
  }
}
