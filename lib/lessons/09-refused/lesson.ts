/** Lesson 9: when resuming is refused. 404 and a new session, an evicted id, an id nobody has given out. */

import { spec } from '../../spec/sections'
import { compose, text } from '../../words/text'
import { done, events, judge, noLonger, notYet, pluggedIn, started, wasCut, whole, withLog } from '../judge/judge'
import { acceptedResumes, callStream, idsOf, isOut, isSettled, lastId, lostOf, missingOf, rowsHere } from '../judge/selectors'
import type { Lesson, LessonRun } from '../lesson'
import { PAINT } from '../setups'
import { evicted, refusedResumes, unanswered } from './refusals'

const FORGED = 'call-2/900'

export const refused: Lesson = {
  slug: 'refused',
  title: text('When the server says no.', 'Wenn der Server nein sagt.'),
  summary: text(
    'A session can end, a store can forget, an id can be wrong. What the server answers, what the client must do, and where the specification is silent.',
    'Eine Sitzung kann enden, ein Speicher vergessen, eine ID falsch sein. Was der Server antwortet, was der Client tun muss, und wo die Spezifikation schweigt.',
  ),
  steps: [
    {
      id: 'gone',
      title: text('404: the session is gone', '404: Die Sitzung ist weg'),
      prose: [
        text(
          'The two headers are worth something only while the server knows the [session](session). A server may end it at any time. Then it answers every request with that id: 404.',
          'Die zwei Header sind nur so lange etwas wert, wie der Server die [Sitzung](session) kennt. Er darf sie jederzeit beenden. Dann antwortet er auf jede Anfrage mit dieser ID: 404.',
        ),
      ],
      act: text('Pull, let the server end the session, and plug back in.', 'Ziehen, den Server die Sitzung beenden lassen, einstecken.'),
      offers: [
        {
          words: text('The server ends the session', 'Der Server beendet die Sitzung'),
          act: { do: 'fault', fault: 'end-session', when: isOut },
        },
      ],
      prediction: {
        question: text('What must the client do after a 404?', 'Was muss der Client nach einem 404 tun?'),
        choices: [
          { id: 'retry', words: text('Ask again later', 'Später noch einmal fragen') },
          { id: 'new', words: text('Begin again with initialize', 'Mit initialize neu anfangen') },
          { id: 'without', words: text('Ask without the session id', 'Ohne Sitzungs-ID fragen') },
        ],
        answer: (run) => {
          const [resume] = refusedResumes(run, 404)
          if (!resume) return undefined
          const lost = lostOf(run)
          return {
            choice: 'new',
            shown: text(
              `${resume.id} got 404. ${lost.length > 0 ? `${idsOf(lost, 'to')} went with the session. ` : ''}Only a new initialize leads on.`,
              `${resume.id} bekam 404. ${lost.length > 0 ? `${idsOf(lost, 'bis')} gingen mit der Sitzung. ` : ''}Nur ein neues initialize führt weiter.`,
            ),
          }
        },
      },
      goal: {
        sentence: text('Come back with the kept headers, and get a 404', 'Mit den behaltenen Headern zurückkommen und 404 bekommen'),
        judge: judge(started, withLog(true), wasCut(), unanswered(404), (run) =>
          done(
            compose((language) => {
              const id = refusedResumes(run, 404)[0]?.id ?? ''
              return language === 'en'
                ? `${id} got 404: the client starts a new session.`
                : `${id} bekam 404: Der Client beginnt eine neue Sitzung.`
            }),
          ),
        ),
      },
      spec: spec(
        'sessions',
        text(
          'After it has ended a session, the server must answer 404; the client must then start a new one with initialize.',
          'Hat der Server eine Sitzung beendet, muss er mit 404 antworten; der Client muss dann mit initialize eine neue beginnen.',
        ),
      ),
      hints: [
        text('The server’s button works while the plug is out.', 'Der Knopf des Servers geht, während der Stecker draußen ist.'),
        text(
          'Pull at row 4, press **The server ends the session**, plug back in.',
          'Bei Zeile 4 ziehen, **Der Server beendet die Sitzung** drücken, einstecken.',
        ),
      ],
      setup: PAINT,
      solution: [
        { do: 'start' },
        { do: 'pull', when: (run) => rowsHere(run) >= 4 },
        { do: 'fault', fault: 'end-session', when: (run) => missingOf(run).length >= 1 },
        { do: 'push', when: (run) => isOut(run) && run.snapshot.session?.state === 'ended' },
      ],
      notes: text(
        'Many clients do not do what they must here: the SDK’s client throws and stops. After a new initialize the old last event ID means nothing; the work has to be asked for again.',
        'Viele Clients tun hier nicht, was sie müssen: Der Client des SDK wirft einen Fehler und bleibt stehen. Nach einem neuen initialize bedeutet die alte Event-ID nichts; die Arbeit muss neu verlangt werden.',
      ),
    },
    {
      id: 'evicted',
      title: text('The store forgets', 'Der Speicher vergisst'),
      prose: [
        text(
          'No store keeps everything. When the oldest events go, an id from before the gap cannot be served without losing some in silence. The specification does not say what to answer. This server says 400, and why.',
          'Kein Speicher behält alles. Wenn die ältesten Events gehen, kann eine ID von vor der Lücke nicht bedient werden, ohne still etwas zu verlieren. Die Spezifikation sagt nicht, was zu antworten ist. Dieser Server sagt 400, und warum.',
        ),
      ],
      act: text(
        'Pull, wait for five missing, let the store forget, and plug back in.',
        'Ziehen, auf fünf fehlende warten, den Speicher vergessen lassen, einstecken.',
      ),
      offers: [
        {
          words: text('Keep only the newest 2 events', 'Nur die neuesten 2 Events behalten'),
          act: { do: 'fault', fault: 'evict', setting: { amount: 2 }, when: isOut },
        },
      ],
      prediction: {
        question: text(
          'Some of the missing events are evicted. What would be the worst answer?',
          'Einige der fehlenden Events sind verdrängt. Was wäre die schlimmste Antwort?',
        ),
        choices: [
          { id: 'silent', words: text('200, and the rest without a word', '200, und der Rest ohne ein Wort') },
          { id: 'error', words: text('400, with the reason', '400, mit dem Grund') },
          { id: 'gone', words: text('404, as if the session were gone', '404, als wäre die Sitzung weg') },
        ],
        answer: (run) => {
          const [resume] = refusedResumes(run)
          const gone = lostOf(run)
          if (!resume || evicted(run).length === 0) return undefined
          return {
            choice: 'silent',
            shown: text(
              `This server said ${resume.answer?.status}. With a silent 200 the client would believe it has everything, without ${idsOf(gone, 'to')}.`,
              `Dieser Server sagte ${resume.answer?.status}. Bei einem stillen 200 würde der Client glauben, alles zu haben, ohne ${idsOf(gone, 'bis')}.`,
            ),
          }
        },
      },
      goal: {
        sentence: text('Ask for events that were evicted, and be told', 'Nach verdrängten Events fragen und es gesagt bekommen'),
        judge: judge(
          started,
          withLog(true),
          wasCut(),
          (run) =>
            evicted(run).length > 0 || isSettled(run)
              ? undefined
              : notYet(
                  text(
                    `the store still has everything: ${missingOf(run).length} missing, none evicted.`,
                    `der Speicher noch alles hat: ${missingOf(run).length} fehlen, keines verdrängt.`,
                  ),
                ),
          unanswered(400),
          (run) => {
            const resume = refusedResumes(run, 400)[0]
            return evicted(run).length > 0
              ? done(
                  text(
                    `${resume?.id} asked after ${resume?.lastEventId} and got 400. Lost: ${events(lostOf(run).length).en}.`,
                    `${resume?.id} fragte nach ${resume?.lastEventId} und bekam 400. Verloren: ${events(lostOf(run).length).de}.`,
                  ),
                )
              : noLonger(text('it was refused for another reason.', 'aus einem anderen Grund abgelehnt wurde.'))
          },
        ),
      },
      spec: spec(
        'resumability',
        text(
          'Silent: the specification does not say what a server does with an id it no longer has.',
          'Sie schweigt: Die Spezifikation sagt nicht, was ein Server mit einer ID tut, die er nicht mehr hat.',
        ),
      ),
      hints: [
        text(
          'More than two events must be missing before the store forgets.',
          'Es müssen mehr als zwei Events fehlen, bevor der Speicher vergisst.',
        ),
        text(
          'Pull at row 3, wait for missing 5, press the button, plug back in.',
          'Bei Zeile 3 ziehen, auf „fehlend 5“ warten, den Knopf drücken, einstecken.',
        ),
      ],
      setup: PAINT,
      solution: [
        { do: 'start' },
        { do: 'pull', when: (run) => rowsHere(run) >= 3 },
        { do: 'fault', fault: 'evict', setting: { amount: 2 }, when: (run) => missingOf(run).length >= 5 },
        { do: 'push', when: (run) => isOut(run) && evicted(run).length > 0 },
      ],
      notes: text(
        'Choose a limit, and say it. A store without one grows until the process dies; the SDK’s example store is of that kind.',
        'Eine Grenze wählen und sie sagen. Ein Speicher ohne Grenze wächst, bis der Prozess stirbt; der Beispielspeicher des SDK ist so einer.',
      ),
    },
    {
      id: 'forged',
      title: text('An id nobody gave out', 'Eine ID, die niemand vergab'),
      prose: [
        text(
          'A damaged or invented id is refused too. That need not be the end: the client still has the right one.',
          'Auch eine beschädigte oder erfundene ID wird abgelehnt. Das muss nicht das Ende sein: Der Client hat die richtige ja noch.',
        ),
      ],
      act: text(
        'Come back with a made-up id, be refused, and still fill the picture.',
        'Komm mit einer erfundenen ID zurück, lass dich ablehnen und füll das Bild trotzdem.',
      ),
      offers: [
        { words: text(`Send ${FORGED}`, `${FORGED} senden`), act: { do: 'edit', when: isOut, edits: forge } },
        {
          words: text('Ask again with the kept id', 'Mit der behaltenen ID noch einmal fragen'),
          act: { do: 'ask-as-kept', when: (run) => refusedResumes(run).length > 0 && !isSettled(run) },
        },
      ],
      goal: {
        sentence: text(
          'Be refused once, then fill the picture with the kept id',
          'Einmal abgelehnt werden, dann mit der behaltenen ID das Bild füllen',
        ),
        judge: judge(
          started,
          withLog(true),
          wasCut(),
          (run) => {
            if (refusedResumes(run).length > 0) return undefined
            return isSettled(run)
              ? noLonger(text('no id was refused in this run.', 'in diesem Lauf keine ID abgelehnt wurde.'))
              : notYet(
                  text(
                    `no id has been refused; the client has ${lastId(run)}.`,
                    `noch keine ID abgelehnt wurde; der Client hat ${lastId(run)}.`,
                  ),
                )
          },
          pluggedIn,
          whole,
          (run) => {
            const no = refusedResumes(run)[0]
            const yes = acceptedResumes(run)[0]
            return done(
              text(
                `${no?.lastEventId} got ${no?.answer?.status}; ${yes?.lastEventId} got 200 and the rest.`,
                `${no?.lastEventId} bekam ${no?.answer?.status}; ${yes?.lastEventId} bekam 200 und den Rest.`,
              ),
            )
          },
        ),
      },
      spec: spec(
        'resumability',
        text(
          'Silent again. 400 with a reason lets the client choose; 200 and silence does not.',
          'Wieder schweigt sie. 400 mit Grund lässt dem Client die Wahl; 200 und Stille nicht.',
        ),
      ),
      hints: [
        text(
          'After the refusal, ask again with what the client has kept.',
          'Nach der Ablehnung noch einmal fragen, mit dem, was der Client behalten hat.',
        ),
        text(
          `Pull, press **Send ${FORGED}**, plug back in, press **Ask again with the kept id**.`,
          `Ziehen, **${FORGED} senden** drücken, einstecken, **Mit der behaltenen ID noch einmal fragen** drücken.`,
        ),
      ],
      setup: PAINT,
      solution: [
        { do: 'start' },
        { do: 'pull', when: (run) => rowsHere(run) >= 4 },
        { do: 'edit', when: (run) => missingOf(run).length >= 1, edits: forge },
        { do: 'push', when: isOut },
        { do: 'ask-as-kept', when: (run) => refusedResumes(run).length > 0 },
      ],
      notes: text(
        'With the SDK’s example store an unknown id gets 200 and a stream that stays silent for ever. Ask which answer is easier to debug.',
        'Beim Beispielspeicher des SDK bekommt eine unbekannte ID 200 und einen Stream, der für immer schweigt. Frage: Welche Antwort ist leichter zu debuggen?',
      ),
    },
  ],
}

function forge(run: LessonRun) {
  const name = callStream(run)?.name
  return name === undefined ? undefined : { lastEventIds: { [name]: { kind: 'value', value: FORGED } as const } }
}
