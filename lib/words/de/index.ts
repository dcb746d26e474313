/** German, whole: one file a part of the screen. Loaded only where German is spoken. */
import type { Catalogue } from '../t'
import { FAULT_WORDS } from './faults'
import { LESSON_SCREENS } from './lesson-screens'
import { BAR } from './screen/bar'
import { CHECK } from './screen/check'
import { EMBED } from './screen/embed'
import { INSPECTOR } from './screen/inspector'
import { NOTICES } from './screen/notices'
import { PLACES } from './screen/places'
import { SHARE } from './screen/share'
import { STAGE } from './screen/stage'
import { STORY } from './screen/story'
import { THINGS } from './things'
import { TRACE } from './trace'

/** No two know the same words. */
export const PARTS: readonly Catalogue[] = [
  STAGE,
  STORY,
  BAR,
  SHARE,
  NOTICES,
  THINGS,
  INSPECTOR,
  TRACE,
  FAULT_WORDS,
  CHECK,
  EMBED,
  PLACES,
  LESSON_SCREENS,
]

export const GERMAN: Catalogue = Object.assign({}, ...PARTS)
