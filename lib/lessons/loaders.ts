/** Each lesson by itself, loaded when it is opened: a reader of one lesson does not wait for the other eleven. */
import type { Lesson } from './lesson'

export const LOADERS: Readonly<Record<string, () => Promise<Lesson>>> = {
  'one-post-many-events': () => import('./01-one-post-many-events').then((module) => module.onePostManyEvents),
  'pull-the-plug': () => import('./02-pull-the-plug').then((module) => module.pullThePlug),
  'two-headers': () => import('./03-two-headers').then((module) => module.twoHeaders),
  'plug-back-in': () => import('./04-plug-back-in').then((module) => module.plugBackIn),
  'stored-first': () => import('./05-stored-first').then((module) => module.storedFirst),
  'one-stream': () => import('./06-one-stream').then((module) => module.oneStream),
  'priming-event': () => import('./07-priming-event').then((module) => module.primingEvent),
  'server-hangs-up': () => import('./08-server-hangs-up').then((module) => module.serverHangsUp),
  refused: () => import('./09-refused').then((module) => module.refused),
  leaving: () => import('./10-leaving').then((module) => module.leaving),
  silence: () => import('./11-silence').then((module) => module.silence),
  'what-changed': () => import('./12-what-changed').then((module) => module.whatChanged),
}
