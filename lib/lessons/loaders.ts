/** Each lesson by itself, loaded when it is opened: a reader of one lesson does not wait for the other eleven. */
import type { Lesson } from './lesson'

export const LOADERS: Readonly<Record<string, () => Promise<Lesson>>> = {
  'one-post-many-events': () => import('./01-one-post-many-events').then((module) => module.onePostManyEvents),
  'pull-the-plug': () => import('./02-pull-the-plug').then((module) => module.pullThePlug),
  'two-headers': () => import('./03-two-headers').then((module) => module.twoHeaders),
  'plug-back-in': () => import('./04-plug-back-in').then((module) => module.plugBackIn),
}
