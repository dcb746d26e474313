/** Lesson 9 in German. */

import type { en } from '../../../en/lessons/07-12/09-refused'
import type { Translation } from '../../../lesson-text'

export const de = {
  title: 'Wenn der Server nein sagt.',
  summary:
    'Eine Sitzung kann enden, ein Speicher vergessen, eine ID falsch sein. Was der Server antwortet, was der Client tun muss, und wo die Spezifikation schweigt.',
  steps: {
    gone: {
      title: '404: Die Sitzung ist weg',
      prose: [
        'Die zwei Header sind nur so lange etwas wert, wie der Server die [Sitzung](session) kennt. Er darf sie jederzeit beenden. Dann antwortet er auf jede Anfrage mit dieser ID: 404.',
      ],
      act: 'Ziehen, den Server die Sitzung beenden lassen, einstecken.',
      question: 'Was muss der Client nach einem 404 tun?',
      choices: { retry: 'Später noch einmal fragen', new: 'Mit initialize neu anfangen', without: 'Ohne Sitzungs-ID fragen' },
      goal: 'Mit den behaltenen Headern zurückkommen und 404 bekommen',
      spec: 'Hat der Server eine Sitzung beendet, muss er mit 404 antworten; der Client muss dann mit initialize eine neue beginnen.',
      hints: [
        'Der Knopf des Servers geht, während der Stecker draußen ist.',
        'Bei Zeile 4 ziehen, **Der Server beendet die Sitzung** drücken, einstecken.',
      ],
      offers: { 'end-session': 'Der Server beendet die Sitzung' },
      notes:
        'Viele Clients tun hier nicht, was sie müssen: Der Client des SDK wirft einen Fehler und bleibt stehen. Nach einem neuen initialize bedeutet die alte Event-ID nichts; die Arbeit muss neu verlangt werden.',
    },
    evicted: {
      title: 'Der Speicher vergisst',
      prose: [
        'Kein Speicher behält alles. Hat der Server die ältesten Events verdrängt, kann er ab einer ID vor der Lücke nicht fortsetzen: Es würden Events fehlen, und der Client wüsste es nicht. Die Spezifikation sagt nicht, was zu antworten ist. Dieser Server antwortet 400 und nennt den Grund.',
      ],
      act: 'Ziehen, auf fünf fehlende warten, den Speicher vergessen lassen, einstecken.',
      question: 'Einige der fehlenden Events sind verdrängt. Was wäre die schlimmste Antwort?',
      choices: { silent: '200, und der Rest ohne ein Wort', error: '400, mit dem Grund', gone: '404, als wäre die Sitzung weg' },
      goal: 'Nach verdrängten Events fragen und es gesagt bekommen',
      spec: 'Sie schweigt: Die Spezifikation sagt nicht, was ein Server mit einer ID tut, die er nicht mehr hat.',
      hints: [
        'Es müssen mehr als zwei Events fehlen, bevor der Speicher vergisst.',
        'Bei Zeile 3 ziehen, auf „fehlend 5“ warten, den Knopf drücken, einstecken.',
      ],
      offers: { evict: 'Nur die neuesten 2 Events behalten' },
      notes:
        'Eine Grenze wählen und sie sagen. Ein Speicher ohne Grenze wächst, bis der Prozess stirbt; der Beispielspeicher des SDK ist so einer.',
    },
    forged: {
      title: 'Eine ID, die niemand vergab',
      prose: ['Auch eine beschädigte oder erfundene ID wird abgelehnt. Das muss nicht das Ende sein: Der Client hat die richtige ja noch.'],
      act: 'Komm mit einer erfundenen ID zurück, lass dich ablehnen und füll das Bild trotzdem.',
      goal: 'Einmal abgelehnt werden, dann mit der behaltenen ID das Bild füllen',
      spec: 'Wieder schweigt sie. 400 mit Grund lässt dem Client die Wahl; 200 und Stille nicht.',
      hints: [
        'Nach der Ablehnung noch einmal fragen, mit dem, was der Client behalten hat.',
        'Ziehen, **call-2/900 senden** drücken, einstecken, **Mit der behaltenen ID noch einmal fragen** drücken.',
      ],
      offers: { edit: 'call-2/900 senden', 'ask-as-kept': 'Mit der behaltenen ID noch einmal fragen' },
      notes:
        'Beim Beispielspeicher des SDK bekommt eine unbekannte ID 200 und einen Stream, der für immer schweigt. Frage: Welche Antwort ist leichter zu debuggen?',
    },
  },
  messages: {
    'gone-with-events': '{id} bekam 404. {ids} gingen mit der Sitzung. Nur ein neues initialize führt weiter.',
    gone: '{id} bekam 404. Nur ein neues initialize führt weiter.',
    'got-404': '{id} bekam 404: Der Client beginnt eine neue Sitzung.',
    'said-with-reason': 'Dieser Server sagte {status}. Bei einem stillen 200 würde der Client glauben, alles zu haben, ohne {ids}.',
    'store-has-all': 'der Speicher noch alles hat: {missing} fehlen, keines verdrängt.',
    'got-400': '{id} fragte nach {lastEventId} und bekam 400. Verloren: {events}.',
    'refused-otherwise': 'aus einem anderen Grund abgelehnt wurde.',
    'none-refused': 'in diesem Lauf keine ID abgelehnt wurde.',
    'none-refused-yet': 'noch keine ID abgelehnt wurde; der Client hat {lastId}.',
    'refused-then-accepted': '{lastEventId} bekam {status}; {yesLastEventId} bekam 200 und den Rest.',
    'refused-with-other-status': '{id} mit {status} abgelehnt wurde, nicht mit {statusWanted}.',
    'was-resumed': 'der Server den Stream fortgesetzt hat und die Antwort da ist.',
    'would-ask-after': 'der Stecker draußen ist; der Client würde nach {lastId} fragen.',
    'no-refusal-yet': 'noch kein Fortsetzen abgelehnt wurde.',
    nothing: 'nichts',
  },
} satisfies Translation<typeof en>
