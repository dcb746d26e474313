/** Lesson 6: a last event ID belongs to one stream. Two streams, two ids, two GETs. */
import type { ConnectionRecord } from '../../trace/snapshot-types'
import type { en } from '../../words/en/lessons/01-06/06-one-stream'
import { messagesFrom } from '../../words/lesson-text'
import { done, judge, noLonger, notYet, pluggedIn, started, wasCut, withLog } from '../judge/judge'
import { callStream, idsOf, isOut, isSettled, lastId, missingOf, rowsHere, rowsOf } from '../judge/selectors'
import type { LessonPlan, LessonRun } from '../lesson'
import { PAINT } from '../setups'

const msg = messagesFrom<typeof en.messages>()

/** GETs with a last event ID, by stream. */
function resumedStreams(run: LessonRun): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  for (const { stream, lastEventId, answer, stray } of run.snapshot.connections) {
    if (!stray && stream !== undefined && lastEventId !== undefined && answer?.status === 200) found.set(stream, lastEventId)
  }
  return found
}

/** The request with the other stream's id that got an answer; behind a pulled plug the client has asked in vain before. */
const strayed = (run: LessonRun) => {
  const asked = run.snapshot.connections.filter(
    ({ lastEventId, edited }) => lastEventId !== undefined && edited !== undefined && !lastEventId.startsWith(`${callStream(run)?.name}/`),
  )
  return asked.find(({ answer }) => answer) ?? asked.at(-1)
}

/** How many rows of the call came on this connection. */
const rowsOn = ({ id }: ConnectionRecord, run: LessonRun): number =>
  rowsOf(run).filter(({ receipts }) => receipts.some(({ connection }) => connection === id)).length

const standaloneId = (run: LessonRun): string | undefined => {
  const name = run.snapshot.stage.standalone?.name
  return name === undefined ? undefined : run.snapshot.kept.lastEventIds[name]
}

export const lesson: LessonPlan = {
  slug: 'one-stream',
  steps: [
    {
      id: 'two-gets',
      prediction: {
        choices: ['one', 'two', 'post'],
        answer: (run) => {
          const resumed = resumedStreams(run)
          if (resumed.size < 2) return undefined
          const ids = [...resumed.values()].join(', ')
          return { choice: 'two', shown: msg('gets-after', { resumed: resumed.size, ids }) }
        },
      },
      judge: judge(started, withLog(true), wasCut(), pluggedIn, (run) => {
        const resumed = resumedStreams(run)
        if (resumed.size >= 2) {
          const ids = [...resumed.values()]
          return done(msg('resumed-after', { ids }))
        }
        const names = [...resumed.keys()].join(', ')
        return notYet(resumed.size === 0 ? msg('none-resumed') : msg('one-resumed', { names }))
      }),
      spec: 'connections',
      setup: PAINT,
      solution: [
        { do: 'start' },
        { do: 'pull', when: (run) => rowsHere(run) >= 4 },
        { do: 'push', when: (run) => missingOf(run).length >= 1 },
      ],
    },
    {
      id: 'stray',
      offers: [
        {
          id: 'edit',
          act: { do: 'edit', when: isOut, edits: strayEdit },
        },
      ],
      prediction: {
        choices: ['rows', 'nothing', 'all'],
        answer: (run) => {
          const stray = strayed(run)
          if (!stray?.answer) return undefined
          const got = rowsOn(stray, run)
          return {
            choice: got > 0 ? 'rows' : 'nothing',
            shown: msg('stray-answered', { id: stray.id, lastEventId: stray.lastEventId, status: stray.answer.status, got }),
          }
        },
      },
      judge: judge(started, withLog(true), wasCut(), (run) => {
        const stray = strayed(run)
        const missing = missingOf(run)
        if (!stray) {
          if (isSettled(run)) return noLonger(msg('resumed-with-own-id'))
          return isOut(run) ? notYet(msg('would-send', { lastId: lastId(run) })) : notYet(msg('resumed-with-own-id'))
        }
        if (isOut(run)) return notYet(msg('plug-is-out'))
        if (!stray.answer) return notYet(msg('no-answer-yet', { id: stray.id }))
        const { id, lastEventId, answer } = stray
        const got = rowsOn(stray, run)
        if (got > 0) return noLonger(msg('stray-answered', { id, lastEventId, status: answer.status, got }))
        if (missing.length === 0) return done(msg('stray-got-no-row-then', { id, lastEventId, status: answer.status }))
        return done(msg('stray-got-no-row', { id, lastEventId, status: answer.status, ids: idsOf(missing) }))
      }),
      spec: 'resumability',
      setup: PAINT,
      solution: [
        { do: 'start' },
        { do: 'pull', when: (run) => rowsHere(run) >= 4 },
        { do: 'edit', when: (run) => missingOf(run).length >= 1, edits: strayEdit },
        { do: 'push', when: isOut },
      ],
    },
  ],
}

function strayEdit(run: LessonRun) {
  const [name, value] = [callStream(run)?.name, standaloneId(run)]
  return name === undefined || value === undefined ? undefined : { lastEventIds: { [name]: { kind: 'value', value } as const } }
}
