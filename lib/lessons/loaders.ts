/** Each lesson by itself, loaded when it is opened: a reader of one lesson does not wait for the other eleven. */
import type { Lesson } from './lesson'

export const LOADERS: Readonly<Record<string, () => Promise<Lesson>>> = {
  'one-post-many-events': () => import('./01-one-post-many-events/lesson').then((module) => module.onePostManyEvents),
  'pull-the-plug': () => import('./02-pull-the-plug/lesson').then((module) => module.pullThePlug),
  'two-headers': () => import('./03-two-headers/lesson').then((module) => module.twoHeaders),
  'plug-back-in': () => import('./04-plug-back-in/lesson').then((module) => module.plugBackIn),
  'stored-first': () => import('./05-stored-first/lesson').then((module) => module.storedFirst),
  'one-stream': () => import('./06-one-stream/lesson').then((module) => module.oneStream),
  'priming-event': () => import('./07-priming-event/lesson').then((module) => module.primingEvent),
  'server-hangs-up': () => import('./08-server-hangs-up/lesson').then((module) => module.serverHangsUp),
  refused: () => import('./09-refused/lesson').then((module) => module.refused),
  leaving: () => import('./10-leaving/lesson').then((module) => module.leaving),
  silence: () => import('./11-silence/lesson').then((module) => module.silence),
  'what-changed': () => import('./12-what-changed/lesson').then((module) => module.whatChanged),
}
