/** Names in German: what tools make and do, and the pictures. */
import type { Catalogue } from '../t'

export const THINGS: Catalogue = {
  // after "während es …", and before "der Server weiter"
  painting: 'malt',
  'telling the story': 'erzählt',
  counting: 'zählt',
  // numbers with a unit
  '{n} s': '{n} s',
  '{n}×': '{n}×',
  // rows of what a tool makes
  '{n} rows': { one: '{n} Zeile', other: '{n} Zeilen' },
  '{n} words': { one: '{n} Wort', other: '{n} Wörter' },
  '{n} numbers': { one: '{n} Zahl', other: '{n} Zahlen' },
  'row {n}': 'Zeile {n}',
  'rows {first} and {last}': 'Zeilen {first} und {last}',
  'rows {first} to {last}': 'Zeilen {first} bis {last}',
  'word {n}': 'Wort {n}',
  'words {first} and {last}': 'Wörter {first} und {last}',
  'words {first} to {last}': 'Wörter {first} bis {last}',
  'number {n}': 'Zahl {n}',
  'numbers {first} and {last}': 'Zahlen {first} und {last}',
  'numbers {first} to {last}': 'Zahlen {first} bis {last}',
  '{have} of {n} rows received, {missing} missing.': {
    one: '{have} von {n} Zeile empfangen, {missing} fehlend.',
    other: '{have} von {n} Zeilen empfangen, {missing} fehlend.',
  },
  '{have} of {n} words received, {missing} missing.': {
    one: '{have} von {n} Wort empfangen, {missing} fehlend.',
    other: '{have} von {n} Wörtern empfangen, {missing} fehlend.',
  },
  '{have} of {n} numbers received, {missing} missing.': {
    one: '{have} von {n} Zahl empfangen, {missing} fehlend.',
    other: '{have} von {n} Zahlen empfangen, {missing} fehlend.',
  },
  '{have} of {n} rows received, {missing} missing, {lost} lost.': {
    one: '{have} von {n} Zeile empfangen, {missing} fehlend, {lost} verloren.',
    other: '{have} von {n} Zeilen empfangen, {missing} fehlend, {lost} verloren.',
  },
  '{have} of {n} words received, {missing} missing, {lost} lost.': {
    one: '{have} von {n} Wort empfangen, {missing} fehlend, {lost} verloren.',
    other: '{have} von {n} Wörtern empfangen, {missing} fehlend, {lost} verloren.',
  },
  '{have} of {n} numbers received, {missing} missing, {lost} lost.': {
    one: '{have} von {n} Zahl empfangen, {missing} fehlend, {lost} verloren.',
    other: '{have} von {n} Zahlen empfangen, {missing} fehlend, {lost} verloren.',
  },
  'Not yet: {have} of {n} rows received': {
    one: 'Noch nicht: {have} von {n} Zeile empfangen',
    other: 'Noch nicht: {have} von {n} Zeilen empfangen',
  },
  'Not yet: {have} of {n} words received': {
    one: 'Noch nicht: {have} von {n} Wort empfangen',
    other: 'Noch nicht: {have} von {n} Wörtern empfangen',
  },
  'Not yet: {have} of {n} numbers received': {
    one: 'Noch nicht: {have} von {n} Zahl empfangen',
    other: 'Noch nicht: {have} von {n} Zahlen empfangen',
  },
  // pictures
  Lighthouse: 'Leuchtturm',
  'Lighthouse at dusk': 'Leuchtturm in der Dämmerung',
  Boat: 'Boot',
  'Boat at dawn': 'Boot im Morgengrauen',
  Cat: 'Katze',
  'Cat on a cushion': 'Katze auf einem Kissen',
  House: 'Haus',
  'House under a rainbow': 'Haus unter einem Regenbogen',
  Cactus: 'Kaktus',
  'Cactus at night': 'Kaktus bei Nacht',
  Mushroom: 'Pilz',
  'Mushroom in the wood': 'Pilz im Wald',
}
