/** The shown code of each lesson, a chunk of its own that comes when it is wanted. Slugs and folders are those of lib/lessons; the sources are in code/ of each. */
import { msg } from '../../words/message'
import type { ShownLesson } from './shown'

type Load = () => Promise<unknown>

const LOADERS = {
  'one-post-many-events': () => import('./shown/01-one-post-many-events.json'),
  'pull-the-plug': () => import('./shown/02-pull-the-plug.json'),
  'two-headers': () => import('./shown/03-two-headers.json'),
  'plug-back-in': () => import('./shown/04-plug-back-in.json'),
  'stored-first': () => import('./shown/05-stored-first.json'),
  'one-stream': () => import('./shown/06-one-stream.json'),
  'priming-event': () => import('./shown/07-priming-event.json'),
  'server-hangs-up': () => import('./shown/08-server-hangs-up.json'),
  refused: () => import('./shown/09-refused.json'),
  leaving: () => import('./shown/10-leaving.json'),
  silence: () => import('./shown/11-silence.json'),
  'what-changed': () => import('./shown/12-what-changed.json'),
} as const satisfies Record<string, Load>

export type CodeLesson = keyof typeof LOADERS

/** In the order of the story. */
export const CODE_LESSONS = Object.keys(LOADERS) as readonly CodeLesson[]

/** What the code of each lesson is about, for the picker. */
export const CODE_TITLES: Readonly<Record<CodeLesson, string>> = {
  'one-post-many-events': msg('One POST, many events'),
  'pull-the-plug': msg('Without resumability'),
  'two-headers': msg('Keep the two headers'),
  'plug-back-in': msg('Plug back in'),
  'stored-first': msg('Store, then send'),
  'one-stream': msg('One id a stream'),
  'priming-event': msg('The priming event'),
  'server-hangs-up': msg('The server hangs up'),
  refused: msg('Refused: start again'),
  leaving: msg('Leave and come back'),
  silence: msg('Silence and takeover'),
  'what-changed': msg('What 2026-07-28 changed'),
}

/** `01-one-post-many-events` */
export const folderOf = (lesson: CodeLesson): string => `${String(CODE_LESSONS.indexOf(lesson) + 1).padStart(2, '0')}-${lesson}`

export async function loadShown(lesson: CodeLesson): Promise<ShownLesson> {
  const { default: shown } = (await LOADERS[lesson]()) as { default: unknown }
  return shown as ShownLesson
}
