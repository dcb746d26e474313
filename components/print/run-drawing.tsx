/**
 * One moment of a run as a single drawing that needs no style sheet and no script: for paper, and for the poster of an embed. Same data
 * as the stage, laid out for a page: what each end has, the sum, what was kept, and the time line up to this moment.
 *
 *   picture | heads
 *           | sum
 *           | kept headers
 *   --------- time ---------
 */

import { STANDALONE } from '../../lib/protocol/event-id'
import type { Snapshot } from '../../lib/trace/snapshot-types'
import { shortSession } from '../../lib/trace/text'
import type { Timeline } from '../../lib/trace/timeline/timeline-types'
import { msg } from '../../lib/words/message'
import type { Translate } from '../../lib/words/t'
import { FateShape, type MarkKind } from '../fates/fate-mark'
import { useT } from '../i18n/language'
import type { Subject } from '../tool-view/tool-progress'
import { DrawnSubject } from './drawn-subject'
import { DrawnTime } from './drawn-time'

const DRAWING = { width: 760, height: 412 } as const
const RIGHT = 300

type RunDrawingProps = { readonly snapshot: Snapshot; readonly subject: Subject; readonly timeline: Timeline }

export function RunDrawing({ snapshot, subject, timeline }: RunDrawingProps) {
  const t = useT()
  return (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      className="run-drawing"
      viewBox={`0 0 ${DRAWING.width} ${DRAWING.height}`}
      width={DRAWING.width}
      height={DRAWING.height}
      role="img"
      aria-label={sentenceOf(snapshot, subject, t)}
      fontFamily="var(--font-inter, Inter), system-ui, sans-serif"
      fill="var(--ink)"
    >
      <rect width={DRAWING.width} height={DRAWING.height} rx="12" fill="var(--stage)" />
      <DrawnSubject subject={subject} x={24} y={24} />
      <Heads snapshot={snapshot} subject={subject} />
      <Sum {...snapshot} />
      <Kept snapshot={snapshot} />
      <DrawnTime timeline={timeline} snapshot={snapshot} y={274} />
    </svg>
  )
}

const CLIENT_HAS = {
  picture: msg('The client has {n} of {total} rows, the server made {made}.'),
  words: msg('The client has {n} of {total} words, the server made {made}.'),
  count: msg('The client has {n} of {total} numbers, the server made {made}.'),
} as const
const HAS = {
  picture: msg('has {n} of {total} rows'),
  words: msg('has {n} of {total} words'),
  count: msg('has {n} of {total} numbers'),
} as const

/** The drawing in words. */
function sentenceOf({ ledger, plug, kept, stage }: Snapshot, { kind, have, total, made }: Subject, t: Translate): string {
  const { stored, received, missing, lost, replayed } = ledger
  const last = stage.call && kept.lastEventIds[stage.call.name]
  return [
    t(plug === 'in' ? 'Plug in.' : 'Plug out.'),
    t(CLIENT_HAS[kind], { n: have, total, made }),
    missing > 0 || lost === 0
      ? t('{stored} stored, {received} received, {missing} missing, {replayed} replayed.', { stored, received, missing, replayed })
      : t('{stored} stored, {received} received, {lost} lost, {replayed} replayed.', { stored, received, lost, replayed }),
    last ? t('Last event ID {id}.', { id: last }) : '',
  ]
    .join(' ')
    .trim()
}

function Heads({ snapshot, subject }: { snapshot: Snapshot; subject: Subject }) {
  const { plug, session } = snapshot
  const t = useT()
  const { kind, have: n, total, made } = subject
  return (
    <text x={RIGHT} y={46} fontSize="14">
      <Word>{t('Client')}</Word> {t(HAS[kind], { n, total })}
      <Word dx={18}>{t('Server')}</Word> {session && !session.resumable ? t('sent {n}', { n: made }) : t('has {n}', { n: made })}
      <Word dx={18}>{t('Plug')}</Word> {t(plug === 'in' ? 'in' : 'out')}
    </text>
  )
}

function Word({ children, dx }: { children: string; dx?: number }) {
  return (
    <tspan fontWeight="700" dx={dx}>
      {children}
    </tspan>
  )
}

/** stored − received = missing · replayed · duplicated */
function Sum({ ledger, session }: Snapshot) {
  const t = useT()
  const resumable = session?.resumable ?? true
  const gone = !resumable || (ledger.lost > 0 && ledger.missing === 0)
  const goneLabel = gone ? msg('lost') : msg('missing')
  const counts: readonly (readonly [kind: MarkKind, label: string, value: number, x: number])[] = [
    ['stored', resumable ? msg('stored') : msg('sent'), ledger.stored - ledger.underway, RIGHT],
    ['received', msg('received'), ledger.received, RIGHT + 96],
    [goneLabel, goneLabel, gone ? ledger.missing + ledger.lost : ledger.missing, RIGHT + 192],
    ['replayed', msg('replayed'), ledger.replayed, RIGHT + 300],
    ['duplicated', msg('duplicated'), ledger.duplicated, RIGHT + 376],
  ]
  return (
    <g>
      {counts.map(([kind, label, value, x], i) => (
        <g key={kind}>
          <FateShape kind={kind} cx={x + 9} cy={92} r={i === 2 ? 10 : 8} />
          <text x={x + 26} y={102} fontSize={i === 2 ? 34 : i < 2 ? 28 : 20} fontWeight={i === 2 ? 800 : 700} fill={colourOf(kind, value)}>
            {value}
          </text>
          <text x={x} y={126} fontSize="12" fill="var(--ink-2)">
            {t(label)}
          </text>
        </g>
      ))}
      <text x={RIGHT + 76} y={101} fontSize="20" fill="var(--ink-3)">
        −
      </text>
      <text x={RIGHT + 172} y={101} fontSize="20" fill="var(--ink-3)">
        =
      </text>
      <path d={`M${RIGHT + 276} 76V128`} stroke="var(--hair)" strokeWidth="2" />
    </g>
  )
}

function colourOf(kind: MarkKind, value: number): string {
  if (value === 0) return 'var(--ink)'
  return kind === 'missing' || kind === 'lost' ? 'var(--missing)' : kind === 'replayed' ? 'var(--replayed)' : 'var(--ink)'
}

function Kept({ snapshot: { kept, stage, session } }: { snapshot: Snapshot }) {
  const t = useT()
  const none = t(session && !session.resumable ? 'none' : 'none yet')
  const last = (stream: string | undefined) => (stream === undefined ? undefined : kept.lastEventIds[stream]) ?? none
  const tags = [
    ['Mcp-Session-Id', kept.sessionId ? shortSession(kept.sessionId) : none, msg('session'), 'var(--ink)'],
    ['Last-Event-ID', last(stage.call?.name), msg('tool call stream'), 'var(--a)'],
    ['Last-Event-ID', last(stage.standalone?.name ?? STANDALONE), msg('standalone stream'), 'var(--b)'],
  ] as const
  return (
    <g fontSize="12.5">
      {tags.map(([name, value, of, hole], i) => (
        <g key={of} transform={`translate(${RIGHT} ${150 + i * 34})`}>
          <path d="M14 0H436V26H14L0 17V9Z" fill="var(--tag)" stroke="var(--line)" strokeWidth="2" strokeLinejoin="round" />
          <circle cx="16" cy="13" r="4" fill="var(--stage)" stroke={hole} strokeWidth="2" />
          <g fontFamily="var(--font-jetbrains, ui-monospace), Menlo, monospace">
            <text x="30" y="17.500" fill="var(--ink-2)">
              {name}
            </text>
            <text x="160" y="17.500" fontWeight="700">
              {value}
            </text>
          </g>
          <text x="424" y="17.500" textAnchor="end" fill="var(--ink-2)" fontSize="11.5">
            {t(of)}
          </text>
        </g>
      ))}
    </g>
  )
}
