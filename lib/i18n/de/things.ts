/** Names in German: what tools make and do, the pictures, and how each bug of the gallery is brought to light. */
import type { Catalogue } from '../phrase'

export const THINGS: Catalogue = {
  // after "während es …", and before "der Server weiter"
  painting: 'malt',
  'telling the story': 'erzählt',
  counting: 'zählt',
  // after "von 16"
  'row|of': 'Zeile',
  'rows|of': 'Zeilen',
  'word|of': 'Wort',
  'words|of': 'Wörtern',
  'number|of': 'Zahl',
  'numbers|of': 'Zahlen',
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
  'Pull the plug in the middle of the run, wait for a few events, plug back in.':
    'Zieh den Stecker mitten im Lauf, warte ein paar Events ab, steck wieder ein.',
  'Pull the plug, wait until the response is stored, plug back in.':
    'Zieh den Stecker, warte, bis die Antwort gespeichert ist, steck wieder ein.',
  'Look at the first event of the call; then start again and pull the plug before it comes.':
    'Sieh dir das erste Event des Aufrufs an; dann starte noch einmal und zieh den Stecker, bevor es kommt.',
  'Pull the plug in the middle of a frame: the server has written it, and it was not received.':
    'Zieh den Stecker mitten in einem Block: Der Server hat ihn geschrieben, und er wurde nicht empfangen.',
  'Pull the plug, wait for a few events, evict all but two, plug back in.':
    'Zieh den Stecker, warte ein paar Events ab, verdränge alle bis auf zwei, steck wieder ein.',
  'Evict all but a few events while connected, pull the plug at once, plug back in.':
    'Verdränge bei bestehender Verbindung alle Events bis auf wenige, zieh sofort den Stecker, steck wieder ein.',
  'End the session on the server while a call runs, and watch the call go on.':
    'Beende die Sitzung auf dem Server, während ein Aufruf läuft, und sieh, wie der Aufruf weitergeht.',
}
