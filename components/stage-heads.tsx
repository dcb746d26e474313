/** Heads that count: who has how much at the playhead, and whether the wire carries anything. */
import type { Snapshot } from '../lib/trace/snapshot-types'
import { useWord } from './language'
import { counted, type Subject } from './subject'

export function ClientHead({ subject }: { subject: Subject }) {
  const word = useWord()
  return (
    <p className="who client">
      {word('Client')}
      <span>{word(share(subject.have, subject))}</span>
    </p>
  )
}

/** `stores`: false when it keeps no event log, and can only say what it sent. */
export function ServerHead({ subject, reachable, stores }: { subject: Subject; reachable: boolean; stores: boolean }) {
  const word = useWord()
  return (
    <p className="who server">
      {word('Server')}
      <span>{word(reachable ? share(subject.made, subject, stores ? 'has' : 'sent') : 'does not answer')}</span>
    </p>
  )
}

export function WireHead({ snapshot }: { snapshot: Snapshot }) {
  const word = useWord()
  return (
    <p className="who wire">
      {word('Wire')}
      <span>{word(wireState(snapshot))}</span>
    </p>
  )
}

const share = (n: number, { total, words }: Subject, verb = 'has'): string =>
  total > 0 ? `${verb} ${n} of ${counted(total, words)}` : `${verb} nothing yet`

function wireState({ plug, outage, waiting, refused, connections }: Snapshot): string {
  if (plug === 'out') return `no connection for ${seconds(outage)}`
  if (waiting) return 'the client waits'
  if (refused) return refused.status === undefined ? 'not resumed' : `answered ${refused.status}`
  const open = connections.filter((connection) => !connection.end && !connection.failure).length
  if (open === 0) return connections.length === 0 ? 'no connection yet' : 'no connection'
  const resumed = connections.some((connection) => connection.lastEventId !== undefined && connection.answer?.status === 200)
  return `${open} ${open === 1 ? 'connection' : 'connections'}${resumed ? ', resumed' : ''}`
}

const seconds = (ms: number): string => `${(ms / 1000).toFixed(1)} s`
