'use client'
/**
 * The stage: one run at the playhead, seen from both ends. Left what got through, right what is stored, between them the line with
 * the plug; below, what was kept, the sum, and the same line laid along time. It places; its parts draw.
 *
 *   pad | picture | plug and pill | wall      scene
 *   ----+---------+---------------------      band: kept headers, ledger
 *   ---------------- time --------------
 *   ---------------- foot --------------      transport, inspector
 */
import { type ReactNode, useMemo } from 'react'
import type { HeaderEdits } from '../../lib/faults/commands'
import type { PlaygroundState } from '../../lib/playground/types'
import type { Snapshot } from '../../lib/trace/snapshot-types'
import { couriersOf } from '../cable/couriers'
import { Line } from '../cable/line'
import { useT } from '../i18n/language'
import { canEdit } from '../kept-headers/header-edits'
import { KeptHeaders } from '../kept-headers/kept-headers'
import { Count } from '../tool-view/countdown'
import { Picture, type SubjectViewProps } from '../tool-view/picture'
import { ActionPill } from './action-button'
import { type PillText, pillText } from './action-text'
import { Ledger } from './ledger'
import { Notice } from './notices/notice'
import './stage.css'
import { useLit } from '../fates/term'
import { Words } from '../tool-view/story-words'
import { neverMade, type Subject } from '../tool-view/tool-progress'
import { useLatestSnapshot, usePlayground, useVerbs } from '../use-playground'
import { StoreWall } from './event-store-wall/event-store-wall'
import { StageNews } from './notices/stage-notices'
import { ClientHead, ServerHead, WireHead } from './stage-heads'
import { StageTime } from './stage-timeline'
import { WaitCountdown } from './wait-countdown'

type StageProps = {
  readonly snapshot: Snapshot
  readonly subject: Subject
  /** opens what else can be done to the wire */
  readonly more?: ReactNode
  readonly foot: ReactNode
  /** came up with the address: an offered scenario */
  readonly over?: ReactNode
}

export function Stage({ snapshot, subject, more, foot, over }: StageProps) {
  const t = useT()
  const verbs = useVerbs()
  const phase = usePlayground((state) => state.phase)
  const problem = usePlayground((state) => state.problem)
  const live = usePlayground(isLive)
  const selected = usePlayground(selectedEvent)
  const lit = useLit()
  const couriers = useMemo(() => couriersOf(snapshot), [snapshot])
  const select = (key: string) => verbs.select(key === selected ? undefined : { kind: 'event', key })
  const { session, stage, plug } = snapshot
  const resumable = session?.resumable ?? true
  const reachable = problem?.kind !== 'unreachable'
  return (
    <section
      className="stage"
      id="do"
      aria-label={t('Stage')}
      tabIndex={-1}
      data-lit={lit}
      data-plug={plug}
      data-log={resumable ? undefined : 'none'}
    >
      <ClientHead subject={subject} />
      <SubjectView subject={subject} selected={selected} live={live} onSelect={select} />
      <Line
        plug={plug}
        streams={{ call: stage.call !== undefined, standalone: stage.standalone !== undefined }}
        animate={live}
        busy={phase === 'starting' || (phase === 'recorded' && plug === 'in')}
        couriers={couriers}
        onPull={verbs.pull}
        onPush={verbs.push}
      />
      <StagePill snapshot={snapshot} />
      <WireHead snapshot={snapshot} />
      {more}
      <WaitCountdown snapshot={snapshot} />
      <KeptHeaders kept={snapshot.kept} session={session} stage={stage} live={live} onSelect={select} editing={useEditing(snapshot)} />
      <Ledger ledger={snapshot.ledger} resumable={resumable} never={neverMade(subject, snapshot)} />
      <div className="wall" data-reach={reachable ? undefined : 'none'}>
        <ServerHead subject={subject} reachable={reachable} stores={resumable} />
        <StoreWall call={stage.call} standalone={stage.standalone} resumable={resumable} selected={selected} onSelect={select} />
      </div>
      <div className="low" id="timeline">
        <div className="time">
          <StageTime snapshot={snapshot} />
        </div>
        <div className="foot">{foot}</div>
      </div>
      <StageNews>{over}</StageNews>
      {problem && <Notice problem={problem} onDismiss={verbs.dismissProblem} />}
    </section>
  )
}

function SubjectView(props: SubjectViewProps) {
  switch (props.subject.kind) {
    case 'picture':
      return <Picture {...props} />
    case 'words':
      return <Words {...props} />
    case 'count':
      return <Count {...props} />
    default:
      return props.subject.kind satisfies never
  }
}

/** Acts on what is so now, wherever the playhead stands; on the recording, on what is shown. */
function StagePill({ snapshot }: { snapshot: Snapshot }) {
  const verbs = useVerbs()
  const latest = useLatestSnapshot()
  const phase = usePlayground((state) => state.phase)
  const options = usePlayground((state) => state.options)
  const problem = usePlayground((state) => state.problem)
  const lookingBack = usePlayground((state) => state.phase !== 'recorded' && state.playhead.kind === 'at')
  const edits = usePlayground((state) => state.edits)
  const t = useT()
  const text = pillText({ t, phase, options, problem, edits, snapshot: phase === 'recorded' ? snapshot : latest })
  const acts: Record<PillText['act'], () => void> = {
    start: () => void verbs.start(),
    pull: verbs.pull,
    push: verbs.push,
    ask: verbs.askAsKept,
    wait: () => {},
  }
  return <ActionPill text={text} lookingBack={lookingBack} onPress={acts[text.act]} />
}

/** The kept headers can be taken in one's hands while a live run waits for its resume, and one looks at now. */
function useEditing(snapshot: Snapshot): { readonly edits: HeaderEdits | undefined } | undefined {
  const edits = usePlayground((state) => state.edits)
  const now = usePlayground((state) => state.phase === 'running' && state.playhead.kind !== 'at')
  return now && canEdit(snapshot, snapshot.kept) ? { edits } : undefined
}

/** What happens on screen happens now, or is played; it was not looked up. */
const isLive = ({ playhead, playing }: PlaygroundState): boolean => playing || playhead.kind !== 'at'

const selectedEvent = ({ selection }: PlaygroundState): string | undefined => (selection?.kind === 'event' ? selection.key : undefined)
