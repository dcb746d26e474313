import type { EventId, EventStore, StreamId } from '@modelcontextprotocol/sdk/server/webStandardStreamableHttp.js'
import type { JSONRPCMessage } from '@modelcontextprotocol/sdk/types.js'

type Send = (id: EventId, message: JSONRPCMessage) => Promise<void>

/** The events of ONE session, stream by stream. The transport stores first and sends after. */
export class SessionLog implements EventStore {
  private readonly streams = new Map<StreamId, (JSONRPCMessage | undefined)[]>()

  async storeEvent(stream: StreamId, message: JSONRPCMessage): Promise<EventId> {
    // #region store prime
    const events = this.streams.get(stream) ?? []
    this.streams.set(stream, events)
    events.push('jsonrpc' in message ? message : undefined) // a priming event comes as {}
    return `${stream}/${events.length}` // unique in the session; says which stream
    // #endregion
  }

  async replayEventsAfter(last: EventId, { send }: { send: Send }): Promise<StreamId> {
    // #region replay
    const { stream, n, events } = this.find(last)
    for (const [index, message] of events.entries()) {
      if (index >= n && message) await send(`${stream}/${index + 1}`, message)
    }
    return stream
    // #endregion
  }

  /** Throws for an id this log never gave: answering 200 would leave the client waiting for ever. */
  find(id: EventId) {
    const cut = id.lastIndexOf('/')
    const [stream, n] = [id.slice(0, cut), Number(id.slice(cut + 1))]
    const events = this.streams.get(stream)
    if (!events || !(n >= 1 && n <= events.length)) throw new Error(`No event ${id} in this session`)
    return { stream, n, events }
  }
}
