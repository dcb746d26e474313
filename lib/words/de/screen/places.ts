/** What leads to other places, and what is said when an address opens the playground at one thing. */
import type { Catalogue } from '../../t'

export const PLACES: Catalogue = {
  'To edit a kept header: start a run, then pull the plug. The menu opens by itself.':
    'Einen behaltenen Header ändern: einen Lauf starten, dann den Stecker ziehen. Das Menü öffnet sich von selbst.',
}
