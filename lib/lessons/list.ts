/** The lessons in the order of their story, each loaded by itself: a reader of one lesson does not wait for the other eleven. */
import type { LessonPlan } from './lesson'

type Entry<Slug extends string = string> = { readonly slug: Slug; readonly load: () => Promise<{ readonly lesson: LessonPlan }> }

export const LESSON_LIST = [
  { slug: 'one-post-many-events', load: () => import('./01-one-post-many-events/lesson') },
  { slug: 'pull-the-plug', load: () => import('./02-pull-the-plug/lesson') },
  { slug: 'two-headers', load: () => import('./03-two-headers/lesson') },
  { slug: 'plug-back-in', load: () => import('./04-plug-back-in/lesson') },
  { slug: 'stored-first', load: () => import('./05-stored-first/lesson') },
  { slug: 'one-stream', load: () => import('./06-one-stream/lesson') },
  { slug: 'priming-event', load: () => import('./07-priming-event/lesson') },
  { slug: 'server-hangs-up', load: () => import('./08-server-hangs-up/lesson') },
  { slug: 'refused', load: () => import('./09-refused/lesson') },
  { slug: 'leaving', load: () => import('./10-leaving/lesson') },
  { slug: 'silence', load: () => import('./11-silence/lesson') },
  { slug: 'what-changed', load: () => import('./12-what-changed/lesson') },
] as const satisfies readonly Entry[]

export type LessonSlug = (typeof LESSON_LIST)[number]['slug']
