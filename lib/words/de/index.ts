/** German, whole: one file a part of the screen. Loaded only where German is spoken. */
import type { Catalogue } from '../t'
import { BAR } from './bar'
import { CHECK } from './check'
import { EMBED } from './embed'
import { FAULT_WORDS } from './faults'
import { INSPECTOR } from './inspector'
import { NOTICES } from './notices'
import { PLACES } from './places'
import { SHARE } from './share'
import { STAGE } from './stage'
import { STORY } from './story'
import { THINGS } from './things'
import { TRACE } from './trace'

/** No two know the same words. */
export const PARTS: readonly Catalogue[] = [STAGE, STORY, BAR, SHARE, NOTICES, THINGS, INSPECTOR, TRACE, FAULT_WORDS, CHECK, EMBED, PLACES]

export const GERMAN: Catalogue = Object.assign({}, ...PARTS)
