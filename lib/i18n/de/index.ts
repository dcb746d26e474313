/** German, whole: one file a part of the screen. Loaded only where German is spoken. */
import type { Catalogue } from '../phrase'
import { BAR } from './bar'
import { EMBED } from './embed'
import { NOTICES } from './notices'
import { SHARE } from './share'
import { STAGE } from './stage'
import { STORY } from './story'
import { THINGS } from './things'

export const GERMAN: Catalogue = { ...STAGE, ...STORY, ...BAR, ...SHARE, ...NOTICES, ...THINGS, ...EMBED }
