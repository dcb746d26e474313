/** German, whole: one file a part of the screen. Loaded only where German is spoken. */
import type { Catalogue } from '../phrase'
import { EMBED } from './embed'
import { PLACES } from './places'
import { STAGE } from './stage'

export const GERMAN: Catalogue = { ...STAGE, ...EMBED, ...PLACES }
