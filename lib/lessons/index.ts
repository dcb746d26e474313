/** The lessons in the order of their story. */
import { onePostManyEvents } from './01-one-post-many-events'
import { pullThePlug } from './02-pull-the-plug'
import { twoHeaders } from './03-two-headers'
import { plugBackIn } from './04-plug-back-in'
import type { Lesson } from './lesson'

export const LESSONS: readonly Lesson[] = [onePostManyEvents, pullThePlug, twoHeaders, plugBackIn]

export const lessonNamed = (slug: string): Lesson | undefined => LESSONS.find((lesson) => lesson.slug === slug)
