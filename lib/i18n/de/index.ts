/** German, whole: one file a part of the screen. Loaded only where German is spoken. */
import type { Catalogue } from '../phrase'
import { CHECK } from './check'
import { EMBED } from './embed'
import { FAULT_WORDS } from './faults'
import { INSPECTOR } from './inspector'
import { PLACES } from './places'
import { STAGE } from './stage'
import { TRACE } from './trace'

export const GERMAN: Catalogue = { ...STAGE, ...CHECK, ...EMBED, ...FAULT_WORDS, ...INSPECTOR, ...PLACES, ...TRACE }
