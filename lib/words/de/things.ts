/** Names in German: what tools make and do, and the pictures. */
import type { Catalogue } from '../t'

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
  // beside the brackets of the wall: may break at a soft hyphen
  'underway|wall': 'unter\u00ADwegs',
  'received|wall': 'emp\u00ADfangen',
  'missing|wall': 'fehlend',
  'replayed|wall': 'erneut',
  'duplicated|wall': 'doppelt',
  'lost|wall': 'verloren',
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
