/** Lesson 11: proxies, silence and takeover. A connection can be dead without anyone being told. */

import type { en } from '../../words/en/lessons/07-12/11-silence'
import { messagesFrom } from '../../words/lesson-text'
import { cuts, done, events, judge, noLonger, notYet, pluggedIn, started, whole, withLog } from '../judge/judge'
import { acceptedResumes, callStream, connectionsOf, cutsOf, faultStruck, isOut, isSettled, missingOf, rowsHere } from '../judge/selectors'
import type { LessonPlan, LessonRun } from '../lesson'
import { PAINT } from '../setups'

const msg = messagesFrom<typeof en.messages>()

/** The server closed an older connection of the stream because a newer one came. */
const takeovers = (run: LessonRun): number =>
  run.trace.observations.filter((fact) => fact.kind === 'stream.attached' && fact.stream === callStream(run)?.name && fact.tookOver).length

const openOnes = (run: LessonRun) => connectionsOf(run).filter(({ end, failure, answer }) => !end && !failure && answer?.status === 200)

const silenced = (run: LessonRun): boolean => run.snapshot.faults.some(({ fault }) => fault === 'silence')

const isSilent = (run: LessonRun): boolean => run.snapshot.faults.some(({ fault, state }) => fault === 'silence' && state === 'on')

/** Bytes vanish; the client gives up what has brought none for a second and a half. */
const VANISH = { do: 'fault', fault: 'silence', setting: { amount: 1500 } } as const
const RECOVER = { ...VANISH, on: false } as const

export const lesson: LessonPlan = {
  slug: 'silence',
  steps: [
    {
      id: 'silence',
      offers: [
        {
          id: 'silence',
          act: { do: 'fault', fault: 'silence', when: (run) => run.phase === 'running' },
        },
      ],
      prediction: {
        choices: ['error', 'end', 'nothing'],
        answer: (run) => {
          if (!silenced(run) || missingOf(run).length < 3 || openOnes(run).length === 0) return undefined
          return {
            choice: 'nothing',
            shown: msg('nothing-noticed', { id: openOnes(run)[0]?.id, events: events(missingOf(run).length) }),
          }
        },
      },
      judge: judge(started, withLog(true), (run) => {
        const missing = missingOf(run).length
        if (isOut(run)) return noLonger(msg('plug-is-out'))
        if (missing >= 3 && openOnes(run).length > 0) return done(msg('looks-open', { id: openOnes(run)[0]?.id, missing }))
        if (isSettled(run)) return noLonger(msg('answered'))
        return notYet(silenced(run) ? msg('missing-so-far', { missing }) : msg('bytes-get-through'))
      }),
      spec: 'sending',
      setup: PAINT,
      solution: [{ do: 'start' }, { do: 'fault', fault: 'silence', when: (run) => rowsHere(run) >= 4 }],
    },
    {
      id: 'takeover',
      offers: [
        {
          id: 'vanish',
          act: { ...VANISH, when: (run) => run.phase === 'running' && !isSilent(run) },
        },
        {
          id: 'recover',
          act: { ...RECOVER, when: isSilent },
        },
      ],
      prediction: {
        choices: ['flows', 'dead', 'told'],
        answer: (run) => {
          const [resume] = acceptedResumes(run)
          if (!silenced(run) || !resume) return undefined
          const old = connectionsOf(run)[0]
          return {
            choice: 'dead',
            shown: msg('stayed-dead', { id: old?.id, resumeId: resume.id, lastEventId: resume.lastEventId }),
          }
        },
      },
      judge: judge(
        started,
        withLog(true),
        (run) => {
          if (silenced(run)) return undefined
          return isSettled(run) ? noLonger(msg('no-byte-vanished')) : notYet(msg('bytes-get-through'))
        },
        (run) => (isSilent(run) ? notYet(msg('bytes-vanish', { events: events(missingOf(run).length) })) : undefined),
        pluggedIn,
        whole,
        (run) => {
          const resume = acceptedResumes(run)[0]
          if (!resume) return noLonger(msg('nothing-resumed'))
          return done(
            takeovers(run) > 0
              ? msg('took-over', { id: resume.id })
              : msg('resumed-after', { id: resume.id, lastEventId: resume.lastEventId }),
          )
        },
      ),
      spec: 'connections',
      setup: PAINT,
      solution: [
        { do: 'start' },
        { ...VANISH, when: (run) => rowsHere(run) >= 4 },
        { ...RECOVER, when: (run) => missingOf(run).length >= 3 },
      ],
    },
    {
      id: 'idle',
      offers: [
        {
          id: 'idle-proxy',
          act: { do: 'fault', fault: 'idle-proxy', setting: { amount: 400 } },
        },
      ],
      judge: judge(
        started,
        withLog(true),
        (run) => {
          const struck =
            faultStruck(run, 'idle-proxy') &&
            connectionsOf(run).some(({ end }) => end !== undefined && end.how !== 'closed') &&
            acceptedResumes(run).length > 0
          if (struck) return undefined
          return isSettled(run) ? noLonger(msg('proxy-cut-nothing')) : notYet(msg('proxy-cut-nothing-yet'))
        },
        pluggedIn,
        (run) => (rowsHere(run) >= 2 || isSettled(run) ? undefined : notYet(msg('rows-so-far', { here: rowsHere(run) }))),
        (run) => {
          const times = Math.max(cutsOf(run).length, acceptedResumes(run).length)
          return done(msg('cut-by-proxy', { cuts: cuts(times), here: rowsHere(run) }))
        },
      ),
      spec: 'resumability',
      setup: { ...PAINT, delay: 1200 },
      solution: [{ do: 'start' }, { do: 'fault', fault: 'idle-proxy', setting: { amount: 400 }, when: (run) => run.phase === 'running' }],
    },
  ],
}
