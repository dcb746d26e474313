'use client'
/** What came of an edited header: what was sent, what the server answered, and what the specification says of it, side by side. */
import { editedConnection, judge } from '../../lib/faults/experiments'
import { whichExperiment } from '../../lib/faults/which-experiment'
import type { ConnectionRecord, Snapshot } from '../../lib/trace/snapshot-types'
import { shortSession } from '../../lib/trace/text'
import type { Translate } from '../../lib/words/t'
import './experiment-card.css'
import { LEVEL_WORDS } from '../faults/level-words'
import { useT } from '../i18n/language'
import { MiddleEllipsis } from '../shared/middle-ellipsis'
import { useVerbs } from '../use-playground'

const NAMES: Readonly<Record<string, string>> = {
  'mcp-session-id': 'Mcp-Session-Id',
  'last-event-id': 'Last-Event-ID',
  'mcp-protocol-version': 'MCP-Protocol-Version',
}

export function ExperimentCard({ snapshot }: { snapshot: Snapshot }) {
  const { select } = useVerbs()
  const t = useT()
  const connection = editedConnection(snapshot)
  const experiment = connection && whichExperiment(connection, snapshot)
  if (!connection || !experiment) return null
  const verdict = judge(experiment, connection, snapshot, t)
  const { spec } = experiment
  return (
    <section className="experiment" aria-label={t('The edited headers')}>
      <h3>{t('You sent other headers')}</h3>
      <dl>
        {sentLines(connection).map(({ name, kept, sent }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>
              <s>
                <MiddleEllipsis text={kept} most={22} />
              </s>{' '}
              {sent === undefined ? (
                <em>{t('left out')}</em>
              ) : (
                <b>
                  <MiddleEllipsis text={sent} most={22} />
                </b>
              )}
            </dd>
          </div>
        ))}
        <div>
          <dt>{t('The server')}</dt>
          <dd>{connection.answer ? answerOf(connection, t) : t(connection.failure ? 'gave no answer' : 'has not answered yet')}</dd>
        </div>
        <div>
          <dt>{t('The specification')}</dt>
          <dd>
            <strong>{spec.level === 'silent' ? t('is silent here.') : `${t(LEVEL_WORDS[spec.level])}:`} </strong>
            {t(spec.says)}
          </dd>
        </div>
      </dl>
      {verdict && (
        <p data-verdict={verdict.verdict} role="status">
          {verdict.sentence}
        </p>
      )}
      <button type="button" onClick={() => select({ kind: 'connection', id: connection.id })}>
        {t('Show the request')}
      </button>
    </section>
  )
}

function sentLines({ edited = {}, requestHeaders }: ConnectionRecord) {
  return Object.entries(edited).map(([name, kept]) => ({
    name: (Object.hasOwn(NAMES, name) && NAMES[name]) || name,
    kept: name === 'mcp-session-id' ? shortSession(kept) : kept,
    sent: requestHeaders[name],
  }))
}

function answerOf({ answer, frames }: ConnectionRecord, t: Translate): string {
  if (!answer) return ''
  const { status } = answer
  if (status >= 400) {
    const text = messageIn(answer.body)
    return text ? t('answered {status}: “{text}”', { status, text }) : t('answered {status}', { status })
  }
  const events = frames.filter((frame) => frame.kind === 'event' && frame.data !== '').length
  if (events === 0) return t('answered {status}, and no message came', { status })
  return t({ one: 'answered {status}, and {n} message came', other: 'answered {status}, and {n} messages came' }, { status, n: events })
}

/** The server's own words in a JSON-RPC error. */
function messageIn(body: string | undefined): string | undefined {
  return /"message":"((?:[^"\\]|\\.)*)"/.exec(body ?? '')?.[1]?.replaceAll('\\"', '"')
}
