'use client'
/** The timeline's place on the stage: gives it the playground's run, playhead and verbs. */
import { useMemo } from 'react'
import type { Snapshot } from '../../lib/trace/snapshot-types'
import { describeMoment } from '../../lib/words/run/describe'
import { useT } from '../i18n/language'
import { Timeline } from '../timeline/timeline'
import { useMoment, usePlayground, useTimeline, useVerbs } from '../use-playground'

export function StageTime({ snapshot }: { snapshot: Snapshot }) {
  const timeline = useTimeline()
  const t = useT()
  const moment = useMoment()
  const selection = usePlayground((state) => state.selection)
  const { seek, step, jump, select } = useVerbs()
  const { stage } = snapshot
  const missing = useMemo(() => missingKeys(stage), [stage])
  return (
    <Timeline
      timeline={timeline}
      at={moment - timeline.origin}
      missing={missing}
      selection={selection}
      sentence={describeMoment(snapshot, t)}
      onSeek={(at) => seek(at === 'now' ? 'now' : timeline.origin + at)}
      onStep={step}
      onJump={jump}
      onSelect={select}
    />
  )
}

function missingKeys({ call, standalone }: Snapshot['stage']): ReadonlySet<string> {
  const events = [...(call?.events ?? []), ...(standalone?.events ?? [])]
  return new Set(events.filter((event) => event.fate === 'missing').map((event) => event.key))
}
