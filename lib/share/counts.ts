/** How many messages of the call were stored and received: the clock by which a scenario is recorded and performed. Pure. */
import type { Snapshot } from '../trace/snapshot-types'

export type Counts = {
  readonly received: number
  readonly stored: number
  /** the stream is complete, the call has its answer, or the session is gone: no count will grow by itself */
  readonly atEnd: boolean
  /** an edited resume was refused: the client waits to be told to ask with what it kept */
  readonly editRefused: boolean
}

/** The counts of the call on stage. */
export function countsOf({ stage, call, refused, session }: Snapshot): Counts {
  const messages = stage.call?.events.filter(({ role }) => role === 'message') ?? []
  return {
    received: messages.filter(({ receipts }) => receipts.length > 0).length,
    stored: messages.filter(({ storedAt }) => storedAt !== undefined).length,
    // A call may fail long before the server has said everything: without an event log it fails with the cut.
    atEnd: stage.call?.completedAt !== undefined || call?.settled?.outcome === 'result' || session?.state === 'ended',
    editRefused: refused?.edited === true,
  }
}
