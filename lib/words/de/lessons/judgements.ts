/** What the judgements of every lesson say, in German. */
import type { en } from '../../en/lessons/judgements'
import type { Translations } from '../../lesson-text'

export const de = {
  rows: { one: '{n} Zeile', other: '{n} Zeilen' },
  events: { one: '{n} Event', other: '{n} Events' },
  cuts: { one: '{n} Schnitt', other: '{n} Schnitte' },
  times: '{n} Mal',
  'id-range': '{from} bis {to}',
  'not-started': 'noch kein Werkzeug in einem echten Lauf aufgerufen wurde.',
  'log-missing': 'dieser Lauf kein Event-Log hat: Schalte „Ohne Wiederaufnahme“ aus.',
  'log-unwanted': 'dieser Lauf ein Event-Log hat: Schalte „Ohne Wiederaufnahme“ ein.',
  'answered-before-any-cut': 'die Antwort kam, bevor etwas getrennt wurde.',
  'answered-after-cuts': 'die Antwort nach {cuts} von {wanted} Schnitten kam.',
  'nothing-cut': 'noch nichts getrennt wurde; bisher angekommen: {rows}.',
  'cut-so-far': 'der Stream erst {cuts} von {wanted} Mal getrennt wurde.',
  'plug-out': 'der Stecker draußen ist.',
  'plug-out-missing': 'der Stecker draußen ist; es fehlen {events} ({ids}).',
  'ids-lost': { one: '{ids} verloren ist: Nichts bringt sie zurück.', other: '{ids} verloren sind: Nichts bringt sie zurück.' },
  'stored-not-received': {
    one: '{events} ({ids}) gespeichert und nicht empfangen ist.',
    other: '{events} ({ids}) gespeichert und nicht empfangen sind.',
  },
  'ids-doubled': '{ids} doppelt ankam.',
  'no-result': 'der Aufruf ohne Ergebnis endete.',
  'rows-arrived': '{here} von {total} Zeilen angekommen sind.',
  'no-response': 'die Antwort noch nicht angekommen ist.',
} satisfies Translations<typeof en>
