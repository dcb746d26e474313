'use client'
/**
 * What the client keeps, as tags tied to the cable: the session's id, and one Last-Event-ID a stream. That is all it needs to
 * resume. MCP 2025-11-25, basic/transports, "Session Management", "Resumability and Redelivery".
 */
import { useState } from 'react'
import type { HeaderEdit, HeaderEdits } from '../../lib/faults/commands'
import { STANDALONE } from '../../lib/protocol/event-id'
import type { EventId, StreamName } from '../../lib/protocol/observation'
import type { Snapshot } from '../../lib/trace/snapshot-types'
import { shortSession } from '../../lib/trace/text'
import { msg } from '../../lib/words/message'
import { editAt } from './header-edits'
import './kept-headers.css'
import { type TagHole, TagShape } from '../cable/ties/tag-shape'
import { useT } from '../i18n/language'
import { MiddleEllipsis } from '../shared/middle-ellipsis'
import { useChanges } from '../tool-view/use-arrivals'
import { TagEdit } from './edit-button'

type KeptHeadersProps = {
  readonly kept: Snapshot['kept']
  readonly session: Snapshot['session']
  readonly stage: Snapshot['stage']
  readonly live: boolean
  readonly onSelect: (eventKey: string) => void
  /** the headers can be edited before the next resume, and how they are edited so far */
  readonly editing?: { readonly edits: HeaderEdits | undefined } | undefined
}

export function KeptHeaders({ kept, session, stage, live, onSelect, editing }: KeptHeadersProps) {
  const none = session && !session.resumable ? msg('none') : msg('none yet')
  const last = (stream: StreamName | undefined) => (stream === undefined ? undefined : kept.lastEventIds[stream])
  const standalone = stage.standalone?.name ?? STANDALONE
  return (
    <ul className="kept" data-anchor="kept">
      <SessionTag id={kept.sessionId} ended={session?.state === 'ended'} live={live} editing={editing} />
      <LastEventTag
        id={last(stage.call?.name)}
        stream={stage.call?.name}
        editing={editing}
        hole="call"
        of={msg('tool call stream')}
        none={none}
        live={live}
        onSelect={onSelect}
      />
      <LastEventTag
        id={last(standalone)}
        stream={standalone}
        editing={editing}
        hole="standalone"
        of={msg('standalone stream')}
        none={none}
        live={live}
        onSelect={onSelect}
      />
    </ul>
  )
}

const COPIED_FOR = 1600

function useCopy() {
  const [copied, setCopied] = useState(false)
  async function copy(text: string) {
    await navigator.clipboard?.writeText(text)
    setCopied(true)
    setTimeout(() => setCopied(false), COPIED_FOR)
  }
  return { copied, copy }
}

type SessionTagProps = Pick<KeptHeadersProps, 'live' | 'editing'> & { readonly id: string | undefined; readonly ended: boolean }

function SessionTag({ id, ended, live, editing }: SessionTagProps) {
  const { copied, copy } = useCopy()
  const t = useT()
  const changes = useChanges(id ?? '', live)
  const edit = editAt(editing?.edits, { kind: 'session' })
  const version = editAt(editing?.edits, { kind: 'version' })
  const note = version?.kind === 'value' ? version.value : ended ? msg('ended') : msg('session')
  return (
    <li
      className="tag"
      data-term="session"
      data-tag="session"
      data-ended={ended || undefined}
      data-edited={edit || version ? '' : undefined}
    >
      <TagShape hole={id ? 'session' : 'none'} />
      <span>Mcp-Session-Id</span>
      {id ? (
        <button
          type="button"
          key={changes}
          data-news={changes || undefined}
          title={id}
          aria-label={t('{id}: copy the session id', { id: shortSession(id) })}
          onClick={() => void copy(id)}
        >
          {ended || edit ? <s>{shortSession(id)}</s> : shortSession(id)}
        </button>
      ) : (
        <b data-none="">{t('none yet')}</b>
      )}
      <SentInstead edit={edit} />
      <i aria-live="polite">{t(copied ? 'copied' : note)}</i>
      {editing && id && <TagEdit place={{ kind: 'session' }} ofCall={false} edited={edit !== undefined || version !== undefined} />}
    </li>
  )
}

/** What will be sent in its place. */
function SentInstead({ edit }: { edit: HeaderEdit | undefined }) {
  const t = useT()
  if (!edit) return null
  return edit.kind === 'left-out' ? (
    <em data-none="">{t('left out')}</em>
  ) : (
    <em>
      <span className="sr">{t('sends')} </span>
      <MiddleEllipsis text={edit.value} />
    </em>
  )
}

function Kept({ id, replaced }: { readonly id: EventId; readonly replaced: boolean }) {
  const value = <MiddleEllipsis text={id} />
  return replaced ? <s>{value}</s> : value
}

/** Of which stream, and how that is said where there is little room. */
const SHORT = { 'tool call stream': msg('tool call'), 'standalone stream': msg('standalone') } as const

type LastEventTagProps = Pick<KeptHeadersProps, 'editing'> & {
  readonly stream: StreamName | undefined
  readonly id: EventId | undefined
  readonly hole: TagHole
  readonly of: keyof typeof SHORT
  readonly none: string
  readonly live: boolean
  readonly onSelect: (eventKey: string) => void
}

function LastEventTag({ id, stream, editing, hole, of, none, live, onSelect }: LastEventTagProps) {
  const changes = useChanges(id ?? '', live)
  const edit = stream === undefined ? undefined : editAt(editing?.edits, { kind: 'stream', stream })
  const t = useT()
  return (
    <li
      className="tag"
      data-term="last-event-id stream"
      data-tag={hole}
      data-long={(id?.length ?? 0) > 12 || undefined}
      data-edited={edit ? '' : undefined}
    >
      <TagShape hole={id ? hole : 'none'} />
      <span>Last-Event-ID</span>
      {id ? (
        <button
          type="button"
          key={changes}
          data-news={changes || undefined}
          aria-label={t('{id}: select this event', { id })}
          onClick={() => onSelect(id)}
        >
          <Kept id={id} replaced={edit !== undefined} />
        </button>
      ) : (
        <b data-none="">{t(none)}</b>
      )}
      <SentInstead edit={edit} />
      <i>{t(editing ? SHORT[of] : of)}</i>
      {editing && id && stream !== undefined && (
        <TagEdit place={{ kind: 'stream', stream }} ofCall={hole === 'call'} edited={edit !== undefined} />
      )}
    </li>
  )
}
