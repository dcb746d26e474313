/** The texts of the lessons in German, each loaded when it is shown. */
import type { LessonTexts } from '../../en/lessons/index'

export const LESSON_TEXTS: LessonTexts = {
  judgements: () => import('./judgements').then((file) => file.de),
  lessons: {
    'one-post-many-events': () => import('./01-06/01-one-post-many-events').then((file) => file.de),
    'pull-the-plug': () => import('./01-06/02-pull-the-plug').then((file) => file.de),
    'two-headers': () => import('./01-06/03-two-headers').then((file) => file.de),
    'plug-back-in': () => import('./01-06/04-plug-back-in').then((file) => file.de),
    'stored-first': () => import('./01-06/05-stored-first').then((file) => file.de),
    'one-stream': () => import('./01-06/06-one-stream').then((file) => file.de),
    'priming-event': () => import('./07-12/07-priming-event').then((file) => file.de),
    'server-hangs-up': () => import('./07-12/08-server-hangs-up').then((file) => file.de),
    refused: () => import('./07-12/09-refused').then((file) => file.de),
    leaving: () => import('./07-12/10-leaving').then((file) => file.de),
    silence: () => import('./07-12/11-silence').then((file) => file.de),
    'what-changed': () => import('./07-12/12-what-changed').then((file) => file.de),
  },
}
