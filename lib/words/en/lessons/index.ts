/** The texts of the lessons in English, each loaded when it is shown. */
import type { LessonMessages, LessonText } from '../../lesson-text'

export const LESSON_TEXTS = {
  judgements: (): Promise<LessonMessages> => import('./judgements').then((file) => file.en),
  lessons: {
    'one-post-many-events': () => import('./01-06/01-one-post-many-events').then((file) => file.en),
    'pull-the-plug': () => import('./01-06/02-pull-the-plug').then((file) => file.en),
    'two-headers': () => import('./01-06/03-two-headers').then((file) => file.en),
    'plug-back-in': () => import('./01-06/04-plug-back-in').then((file) => file.en),
    'stored-first': () => import('./01-06/05-stored-first').then((file) => file.en),
    'one-stream': () => import('./01-06/06-one-stream').then((file) => file.en),
    'priming-event': () => import('./07-12/07-priming-event').then((file) => file.en),
    'server-hangs-up': () => import('./07-12/08-server-hangs-up').then((file) => file.en),
    refused: () => import('./07-12/09-refused').then((file) => file.en),
    leaving: () => import('./07-12/10-leaving').then((file) => file.en),
    silence: () => import('./07-12/11-silence').then((file) => file.en),
    'what-changed': () => import('./07-12/12-what-changed').then((file) => file.en),
  } satisfies Readonly<Record<string, () => Promise<LessonText>>>,
} as const

/** The same of another language: every lesson, or it does not compile. */
export type LessonTexts = {
  readonly judgements: () => Promise<LessonMessages>
  readonly lessons: Readonly<Record<keyof typeof LESSON_TEXTS.lessons, () => Promise<LessonText>>>
}
