/** German, whole: one file a part of the screen. Loaded only where German is spoken. */
import type { Catalogue } from '../phrase'
import { CHECK } from './check'
import { FAULT_WORDS } from './faults'
import { INSPECTOR } from './inspector'
import { STAGE } from './stage'
import { TRACE } from './trace'

export const GERMAN: Catalogue = { ...STAGE, ...INSPECTOR, ...TRACE, ...FAULT_WORDS, ...CHECK }
