/** Heads that count: who has how much at the playhead, and whether the wire carries anything. */

import type { Snapshot } from '../../lib/trace/snapshot-types'
import { phrase, seconds, type Word } from '../../lib/words/t'
import { useWord } from '../i18n/language'
import type { Subject } from '../tool-view/tool-progress'

export function ClientHead({ subject }: { subject: Subject }) {
  const word = useWord()
  return (
    <p className="who client">
      {word('Client')}
      <span>{share(word, subject.have, subject, HAS)}</span>
    </p>
  )
}

/** `stores`: false when it keeps no event log, and can only say what it sent. */
export function ServerHead({ subject, reachable, stores }: { subject: Subject; reachable: boolean; stores: boolean }) {
  const word = useWord()
  return (
    <p className="who server">
      {word('Server')}
      <span>{reachable ? share(word, subject.made, subject, stores ? HAS : SENT) : word('does not answer')}</span>
    </p>
  )
}

export function WireHead({ snapshot }: { snapshot: Snapshot }) {
  const word = useWord()
  return (
    <p className="who wire">
      {word('Wire')}
      <span>{wireState(word, snapshot)}</span>
    </p>
  )
}

type Share = Readonly<Record<Subject['kind'] | 'nothing', string>>

const HAS: Share = {
  picture: phrase('has {n} of {total} rows'),
  words: phrase('has {n} of {total} words'),
  count: phrase('has {n} of {total} numbers'),
  nothing: phrase('has nothing yet'),
}
const SENT: Share = {
  picture: phrase('sent {n} of {total} rows'),
  words: phrase('sent {n} of {total} words'),
  count: phrase('sent {n} of {total} numbers'),
  nothing: phrase('sent nothing yet'),
}

const share = (word: Word, n: number, { total, kind }: Subject, says: Share): string =>
  total > 0 ? word(says[kind], { n, total }) : word(says.nothing)

function wireState(word: Word, { plug, outage, waiting, refused, connections }: Snapshot): string {
  if (plug === 'out') return word('no connection for {time}', { time: seconds(word, outage) })
  if (waiting) return word('the client waits')
  if (refused) return refused.status === undefined ? word('not resumed') : word('answered {status}', { status: refused.status })
  const n = connections.filter((connection) => !connection.end && !connection.failure).length
  if (n === 0) return word(connections.length === 0 ? 'no connection yet' : 'no connection')
  const resumed = connections.some((connection) => connection.lastEventId !== undefined && connection.answer?.status === 200)
  if (resumed) return word(n === 1 ? '1 connection, resumed' : '{n} connections, resumed', { n })
  return word(n === 1 ? '1 connection' : '{n} connections', { n })
}
