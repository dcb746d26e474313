/** Judgements put together from small checks: the first check that has something to say decides. */
import { counted, noun, type Text, text } from '../../words/text'
import type { Judgement, LessonRun } from '../lesson'
import {
  callStream,
  cutsOf,
  duplicatesOf,
  hasResult,
  idsOf,
  isLive,
  isOut,
  isResumable,
  isSettled,
  lostOf,
  missingOf,
  rowsHere,
  rowTotal,
} from './selectors'

export type Check = (run: LessonRun) => Judgement | undefined

export const done = (shown: Text): Judgement => ({ state: 'done', shown })
export const notYet = (because: Text): Judgement => ({ state: 'not-yet', because })
export const noLonger = (because: Text): Judgement => ({ state: 'no-longer-possible', because })

/** Runs the checks in order; `last` decides when none of them objects. */
export const judge =
  (...checks: readonly [...Check[], (run: LessonRun) => Judgement]) =>
  (run: LessonRun): Judgement => {
    for (const check of checks) {
      const judgement = check(run)
      if (judgement) return judgement
    }
    throw new Error('The last check of a goal must decide.')
  }

const ROW = noun(text('row', 'Zeile'), text('rows', 'Zeilen'))
const EVENT = noun(text('event', 'Event'), text('events', 'Events'))
export const CUT = noun(text('cut', 'Schnitt'), text('cuts', 'Schnitte'))

export const rows = (n: number): Text => counted(n, ROW)
export const events = (n: number): Text => counted(n, EVENT)

export const started: Check = (run) =>
  isLive(run) && callStream(run)
    ? undefined
    : notYet(text('no tool has been called in a live run.', 'noch kein Werkzeug in einem echten Lauf aufgerufen wurde.'))

/** The run keeps (or keeps not) an event log, as the step needs it. */
export const withLog =
  (wanted: boolean): Check =>
  (run) =>
    isResumable(run) === wanted
      ? undefined
      : noLonger(
          wanted
            ? text(
                'this run has no event log: switch “Without resumability” off.',
                'dieser Lauf kein Event-Log hat: Schalte „Ohne Wiederaufnahme“ aus.',
              )
            : text(
                'this run has an event log: switch “Without resumability” on.',
                'dieser Lauf ein Event-Log hat: Schalte „Ohne Wiederaufnahme“ ein.',
              ),
        )

/** Cut at least `times`, while the call had no answer. */
export const wasCut =
  (times = 1): Check =>
  (run) => {
    const cuts = cutsOf(run).length
    if (cuts >= times) return undefined
    if (isSettled(run)) {
      return noLonger(
        cuts === 0
          ? text('the answer arrived before anything was cut.', 'die Antwort kam, bevor etwas getrennt wurde.')
          : text(`the answer arrived after ${cuts} of ${times} cuts.`, `die Antwort nach ${cuts} von ${times} Schnitten kam.`),
      )
    }
    const here = rowsHere(run)
    return notYet(
      cuts === 0
        ? text(`nothing has been cut; ${rows(here).en} arrived so far.`, `noch nichts getrennt wurde; bisher angekommen: ${rows(here).de}.`)
        : text(`the stream was cut ${cuts} of ${times} times.`, `der Stream erst ${cuts} von ${times} Mal getrennt wurde.`),
    )
  }

export const pluggedIn: Check = (run) => {
  if (!isOut(run)) return undefined
  const missing = missingOf(run)
  return notYet(
    missing.length === 0
      ? text('the plug is out.', 'der Stecker draußen ist.')
      : text(
          `the plug is out; ${events(missing.length).en} missing (${idsOf(missing, 'to')}).`,
          `der Stecker draußen ist; es fehlen ${events(missing.length).de} (${idsOf(missing, 'bis')}).`,
        ),
  )
}

/** Every message of the call is here, once, and the call has its answer. */
export const whole: Check = (run) => {
  const lost = lostOf(run)
  if (lost.length > 0) {
    return noLonger(
      text(
        `${idsOf(lost, 'to')} ${lost.length === 1 ? 'is' : 'are'} lost: nothing can bring ${lost.length === 1 ? 'it' : 'them'} back.`,
        `${idsOf(lost, 'bis')} verloren ${lost.length === 1 ? 'ist' : 'sind'}: Nichts bringt sie zurück.`,
      ),
    )
  }
  const missing = missingOf(run)
  if (missing.length > 0) {
    const [is, ist] = missing.length === 1 ? ['is', 'ist'] : ['are', 'sind']
    return notYet(
      text(
        `${events(missing.length).en} (${idsOf(missing, 'to')}) ${is} stored and not received.`,
        `${events(missing.length).de} (${idsOf(missing, 'bis')}) gespeichert und nicht empfangen ${ist}.`,
      ),
    )
  }
  const doubled = duplicatesOf(run)
  if (doubled.length > 0) {
    return noLonger(text(`${idsOf(doubled, 'to')} arrived twice.`, `${idsOf(doubled, 'bis')} doppelt ankam.`))
  }
  if (hasResult(run)) return undefined
  if (isSettled(run)) return noLonger(text('the call ended without a result.', 'der Aufruf ohne Ergebnis endete.'))
  const [here, total] = [rowsHere(run), rowTotal(run)]
  return notYet(
    here < total
      ? text(`${here} of ${total} rows have arrived.`, `${here} von ${total} Zeilen angekommen sind.`)
      : text('the response has not arrived.', 'die Antwort noch nicht angekommen ist.'),
  )
}
