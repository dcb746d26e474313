'use client'
/**
 * What the client keeps, as tags tied to the cable: the session's id, and one Last-Event-ID a stream. That is all it needs to
 * resume. MCP 2025-11-25, basic/transports, "Session Management", "Resumability and Redelivery".
 */
import { useState } from 'react'
import type { EventId, StreamName } from '../lib/trace/observation'
import type { Snapshot } from '../lib/trace/snapshot-types'
import './kept-headers.css'
import { useWord } from './language'
import { type TagHole, TagShape } from './line/tag-shape'
import { useChanges } from './use-news'

export type KeptHeadersProps = {
  readonly kept: Snapshot['kept']
  readonly session: Snapshot['session']
  readonly stage: Snapshot['stage']
  readonly live: boolean
  readonly onSelect: (eventKey: string) => void
}

/** The stream every session has, opened by GET. */
const STANDALONE: StreamName = 'get'

export function KeptHeaders({ kept, session, stage, live, onSelect }: KeptHeadersProps) {
  const none = session && !session.resumable ? 'none' : 'none yet'
  const last = (stream: StreamName | undefined) => (stream === undefined ? undefined : kept.lastEventIds[stream])
  return (
    <ul className="kept" data-anchor="kept">
      <SessionTag id={kept.sessionId} ended={session?.state === 'ended'} live={live} />
      <LastEventTag id={last(stage.call?.name)} hole="call" of="tool call stream" none={none} live={live} onSelect={onSelect} />
      <LastEventTag
        id={last(stage.standalone?.name ?? STANDALONE)}
        hole="standalone"
        of="standalone stream"
        none={none}
        live={live}
        onSelect={onSelect}
      />
    </ul>
  )
}

/** `7f3a…e1c2`: enough to recognise it by. */
export const shortened = (id: string): string => (id.length > 12 ? `${id.slice(0, 4)}…${id.slice(-4)}` : id)

const COPIED_FOR = 1600

function SessionTag({ id, ended, live }: { id: string | undefined; ended: boolean; live: boolean }) {
  const [copied, setCopied] = useState(false)
  const word = useWord()
  const changes = useChanges(id ?? '', live)
  async function copy(text: string) {
    await navigator.clipboard?.writeText(text)
    setCopied(true)
    setTimeout(() => setCopied(false), COPIED_FOR)
  }
  return (
    <li className="tag" data-term="session" data-tag="session" data-ended={ended || undefined}>
      <TagShape hole={id ? 'session' : 'none'} />
      <span>Mcp-Session-Id</span>
      {id ? (
        <button
          type="button"
          key={changes}
          data-news={changes || undefined}
          title={id}
          aria-label={`${shortened(id)}: copy the session id`}
          onClick={() => void copy(id)}
        >
          {ended ? <s>{shortened(id)}</s> : shortened(id)}
        </button>
      ) : (
        <b data-none="">{word('none yet')}</b>
      )}
      <i aria-live="polite">{word(copied ? 'copied' : ended ? 'ended' : 'session')}</i>
    </li>
  )
}

type LastEventTagProps = {
  readonly id: EventId | undefined
  readonly hole: TagHole
  readonly of: string
  readonly none: string
  readonly live: boolean
  readonly onSelect: (eventKey: string) => void
}

function LastEventTag({ id, hole, of, none, live, onSelect }: LastEventTagProps) {
  const changes = useChanges(id ?? '', live)
  const word = useWord()
  return (
    <li className="tag" data-term="last-event-id stream" data-tag={hole}>
      <TagShape hole={id ? hole : 'none'} />
      <span>Last-Event-ID</span>
      {id ? (
        <button
          type="button"
          key={changes}
          data-news={changes || undefined}
          aria-label={`${id}: select this event`}
          onClick={() => onSelect(id)}
        >
          {id}
        </button>
      ) : (
        <b data-none="">{word(none)}</b>
      )}
      <i>{word(of)}</i>
    </li>
  )
}
