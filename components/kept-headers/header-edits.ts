/** The learner's hand on the kept headers, as words: what will be sent instead, and whether it can be changed now. Pure. */
import type { HeaderEdit, HeaderEdits } from '../../lib/faults/commands'
import type { KeptHeaders, StreamName } from '../../lib/protocol/observation'
import type { Snapshot } from '../../lib/trace/snapshot-types'
import { ENGLISH, type Translate } from '../../lib/words/t'

/** Which kept header a tag shows. The protocol version has no tag of its own: it goes with the session. */
export type HeaderPlace =
  | { readonly kind: 'session' }
  | { readonly kind: 'version' }
  | { readonly kind: 'stream'; readonly stream: StreamName }

export function editAt(edits: HeaderEdits | undefined, place: HeaderPlace): HeaderEdit | undefined {
  switch (place.kind) {
    case 'session':
      return edits?.sessionId
    case 'version':
      return edits?.protocolVersion
    case 'stream':
      return edits?.lastEventIds?.[place.stream]
  }
}

/** `edits` with one header changed, or (undefined) sent as kept again; undefined when nothing is left of them. */
export function withEdit(edits: HeaderEdits | undefined, place: HeaderPlace, edit: HeaderEdit | undefined): HeaderEdits | undefined {
  const { sessionId, protocolVersion, lastEventIds = {} } = edits ?? {}
  const streams = Object.entries(lastEventIds).filter(([stream]) => place.kind !== 'stream' || stream !== place.stream)
  if (place.kind === 'stream' && edit) streams.push([place.stream, edit])
  const session = place.kind === 'session' ? edit : sessionId
  const version = place.kind === 'version' ? edit : protocolVersion
  if (!session && !version && streams.length === 0) return undefined
  return {
    ...(session ? { sessionId: session } : {}),
    ...(version ? { protocolVersion: version } : {}),
    ...(streams.length > 0 ? { lastEventIds: Object.fromEntries(streams) } : {}),
  }
}

/** The edits of two, the newer over the older. */
export function mergedEdits(before: HeaderEdits | undefined, newer: HeaderEdits): HeaderEdits {
  const lastEventIds = { ...before?.lastEventIds, ...newer.lastEventIds }
  return { ...before, ...newer, ...(Object.keys(lastEventIds).length > 0 ? { lastEventIds } : {}) }
}

/** The lines of the request that differ: `Last-Event-ID: call-2/5`, `no Mcp-Session-Id`. */
export function editedLines(edits: HeaderEdits | undefined, t: Translate = ENGLISH): string[] {
  if (!edits) return []
  const line = (name: string, edit: HeaderEdit | undefined) =>
    edit ? [edit.kind === 'left-out' ? t('no {name}', { name }) : `${name}: ${edit.value}`] : []
  return [
    ...Object.values(edits.lastEventIds ?? {}).flatMap((edit) => line('Last-Event-ID', edit)),
    ...line('Mcp-Session-Id', edits.sessionId),
    ...line('MCP-Protocol-Version', edits.protocolVersion),
  ]
}

/** Headers can be edited while a resume is still to come: the plug is out, the client waits, or an edited resume was refused. */
export function canEdit({ plug, waiting, refused, session, call }: Snapshot, kept: KeptHeaders): boolean {
  if (!session?.resumable || session.state === 'ended' || kept.sessionId === undefined || call?.settled) return false
  return plug === 'out' || waiting !== undefined || refused?.edited === true
}
