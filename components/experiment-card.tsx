'use client'
/** What came of an edited header: what was sent, what the server answered, and what the specification says of it, side by side. */
import { editedConnection, judge } from '../lib/faults/experiments'
import { whichExperiment } from '../lib/faults/which-experiment'
import type { ConnectionRecord, Snapshot } from '../lib/trace/snapshot-types'
import './experiment-card.css'
import { useVerbs } from './use-playground'

const NAMES: Readonly<Record<string, string>> = {
  'mcp-session-id': 'Mcp-Session-Id',
  'last-event-id': 'Last-Event-ID',
  'mcp-protocol-version': 'MCP-Protocol-Version',
}

export function ExperimentCard({ snapshot }: { snapshot: Snapshot }) {
  const { select } = useVerbs()
  const connection = editedConnection(snapshot)
  const experiment = connection && whichExperiment(connection, snapshot)
  if (!connection || !experiment) return null
  const verdict = judge(experiment, connection, snapshot)
  const { spec } = experiment
  return (
    <section className="experiment" aria-label="The edited headers">
      <h3>You sent other headers</h3>
      <dl>
        {sentLines(connection).map(({ name, kept, sent }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>
              <s>{kept}</s> {sent === undefined ? <em>left out</em> : <b>{sent}</b>}
            </dd>
          </div>
        ))}
        <div>
          <dt>The server</dt>
          <dd>{connection.answer ? answerOf(connection) : connection.failure ? 'gave no answer' : 'has not answered yet'}</dd>
        </div>
        <div>
          <dt>The specification</dt>
          <dd>
            {spec.level === 'silent' ? <strong>is silent here. </strong> : <strong>{spec.level}: </strong>}
            {spec.says}
          </dd>
        </div>
      </dl>
      {verdict && (
        <p data-verdict={verdict.verdict} role="status">
          {verdict.sentence}
        </p>
      )}
      <button type="button" onClick={() => select({ kind: 'connection', id: connection.id })}>
        Show the request
      </button>
    </section>
  )
}

function sentLines({ edited = {}, requestHeaders }: ConnectionRecord) {
  return Object.entries(edited).map(([name, kept]) => ({ name: NAMES[name] ?? name, kept: short(kept), sent: requestHeaders[name] }))
}

function answerOf({ answer, frames }: ConnectionRecord): string {
  if (!answer) return ''
  if (answer.status >= 400) return `answered ${answer.status}${messageIn(answer.body)}`
  const events = frames.filter((frame) => frame.kind === 'event' && frame.data !== '').length
  return `answered ${answer.status}, and ${events === 0 ? 'no message' : events === 1 ? '1 message' : `${events} messages`} came`
}

/** The server's own words in a JSON-RPC error. */
function messageIn(body: string | undefined): string {
  const message = /"message":"((?:[^"\\]|\\.)*)"/.exec(body ?? '')?.[1]
  return message ? `: “${message.replaceAll('\\"', '"')}”` : ''
}

const short = (value: string): string => (value.length > 20 ? `${value.slice(0, 4)}…${value.slice(-4)}` : value)
