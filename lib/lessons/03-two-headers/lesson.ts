/** Lesson 3: what a client must keep, and when it changes. The session id once, the last event ID with every event. */

import { parseEventId } from '../../protocol/event-id'
import type { en } from '../../words/en/lessons/01-06/03-two-headers'
import { messagesFrom } from '../../words/lesson-text'
import { done, judge, noLonger, notYet, started, wasCut, withLog } from '../judge/judge'
import { callStream, isOut, isSettled, lastId, messagesOf, missingOf, rowsHere } from '../judge/selectors'
import type { LessonPlan } from '../lesson'
import { PAINT } from '../setups'

const msg = messagesFrom<typeof en.messages>()

export const lesson: LessonPlan = {
  slug: 'two-headers',
  steps: [
    {
      id: 'keep',
      prediction: {
        choices: ['once', 'event', 'cut'],
        answer: (run) => {
          const name = callStream(run)?.name
          if (!isOut(run) || name === undefined) return undefined
          const values = new Set<string>()
          for (const fact of run.trace.observations) {
            const id = fact.kind === 'headers.kept' ? fact.kept.lastEventIds[name] : undefined
            if (id !== undefined) values.add(id)
          }
          if (values.size < 3) return undefined
          return {
            choice: 'event',
            shown: msg('with-every-event', { values: values.size, lastId: lastId(run) }),
          }
        },
      },
      judge: judge(started, withLog(true), (run) => {
        const { kept } = run.snapshot
        const id = lastId(run)
        if (!isOut(run)) {
          return isSettled(run) ? noLonger(msg('answered-before-cut')) : notYet(msg('plug-is-in', { id: id ?? msg('no-event-id') }))
        }
        if (kept.sessionId === undefined || id === undefined) {
          return noLonger(msg('cut-before-first-id'))
        }
        if ((parseEventId(id)?.n ?? 0) < 1) return noLonger(msg('cut-before-first-row', { id }))
        return done(msg('kept-both', { session: kept.sessionId.slice(0, 8), id }))
      }),
      spec: 'sessions',
      setup: PAINT,
      solution: [{ do: 'start' }, { do: 'pull', when: (run) => rowsHere(run) >= 4 }],
    },
    {
      id: 'name',
      judge: judge(started, withLog(true), wasCut(), (run) => {
        const id = lastId(run)
        const event = messagesOf(run).find(({ key }) => key === run.selected)
        if (!isOut(run)) return noLonger(msg('plugged-in-again'))
        if (missingOf(run).length === 0) return notYet(msg('nothing-stored-since'))
        if (!event) return notYet(msg('none-selected'))
        if (event.key === id) return done(msg('selected-named', { id }))
        return notYet(event.fate === 'missing' ? msg('selected-unseen', { key: event.key }) : msg('selected-too-early', { key: event.key }))
      }),
      spec: 'resumability',
      setup: PAINT,
      solution: [
        { do: 'start' },
        { do: 'pull', when: (run) => rowsHere(run) >= 4 },
        { do: 'select', when: (run) => missingOf(run).length >= 2, pick: lastId },
      ],
    },
  ],
}
