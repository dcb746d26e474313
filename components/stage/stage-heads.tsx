/** Heads that count: who has how much at the playhead, and whether the wire carries anything. */

import type { Snapshot } from '../../lib/trace/snapshot-types'
import { msg } from '../../lib/words/message'
import { seconds, type Translate } from '../../lib/words/t'
import { useT } from '../i18n/language'
import type { Subject } from '../tool-view/tool-progress'

export function ClientHead({ subject }: { subject: Subject }) {
  const t = useT()
  return (
    <p className="who client">
      {t('Client')}
      <span>{share(t, subject.have, subject, HAS)}</span>
    </p>
  )
}

/** `stores`: false when it keeps no event log, and can only say what it sent. */
export function ServerHead({ subject, reachable, stores }: { subject: Subject; reachable: boolean; stores: boolean }) {
  const t = useT()
  return (
    <p className="who server">
      {t('Server')}
      <span>{reachable ? share(t, subject.made, subject, stores ? HAS : SENT) : t('does not answer')}</span>
    </p>
  )
}

export function WireHead({ snapshot }: { snapshot: Snapshot }) {
  const t = useT()
  return (
    <p className="who wire">
      {t('Wire')}
      <span>{wireState(t, snapshot)}</span>
    </p>
  )
}

type Share = Readonly<Record<Subject['kind'] | 'nothing', string>>

const HAS: Share = {
  picture: msg('has {n} of {total} rows'),
  words: msg('has {n} of {total} words'),
  count: msg('has {n} of {total} numbers'),
  nothing: msg('has nothing yet'),
}
const SENT: Share = {
  picture: msg('sent {n} of {total} rows'),
  words: msg('sent {n} of {total} words'),
  count: msg('sent {n} of {total} numbers'),
  nothing: msg('sent nothing yet'),
}

function share(t: Translate, n: number, { total, kind, hidden, rows }: Subject, says: Share): string {
  const said = total > 0 ? t(says[kind], { n, total }) : t(says.nothing)
  return hidden > 0 ? `${said} (${t('{n} drawn', { n: rows.length })})` : said
}

function wireState(t: Translate, { plug, outage, waiting, refused, connections }: Snapshot): string {
  if (plug === 'out') return t('no connection for {time}', { time: seconds(t, outage) })
  if (waiting) return t('the client waits')
  if (refused) return refused.status === undefined ? t('not resumed') : t('answered {status}', { status: refused.status })
  const open = connections.filter((connection) => !connection.end && !connection.failure)
  const n = open.length
  if (n === 0) return t(connections.length === 0 ? 'no connection yet' : 'no connection')
  const resumed = open.some((connection) => connection.lastEventId !== undefined && connection.answer?.status === 200 && !connection.stray)
  if (resumed) return t({ one: '{n} connection, resumed', other: '{n} connections, resumed' }, { n })
  return t({ one: '{n} connection', other: '{n} connections' }, { n })
}
