/**
 * The texts of the lessons by language, each loaded when it is shown. For another language: its file in every lesson's folder and in text/,
 * and its entry here.
 */
import type { Language } from '../../words/languages'
import type { LessonSlug } from '../list'
import type { LessonText, Messages } from './lesson-text'

type Texts = {
  readonly shared: () => Promise<Messages>
  readonly lessons: Readonly<Record<LessonSlug, () => Promise<LessonText>>>
}

export const TEXTS: Readonly<Record<Language, Texts>> = {
  en: {
    shared: () => import('./en').then((file) => file.en),
    lessons: {
      'one-post-many-events': () => import('../01-one-post-many-events/en').then((file) => file.en),
      'pull-the-plug': () => import('../02-pull-the-plug/en').then((file) => file.en),
      'two-headers': () => import('../03-two-headers/en').then((file) => file.en),
      'plug-back-in': () => import('../04-plug-back-in/en').then((file) => file.en),
      'stored-first': () => import('../05-stored-first/en').then((file) => file.en),
      'one-stream': () => import('../06-one-stream/en').then((file) => file.en),
      'priming-event': () => import('../07-priming-event/en').then((file) => file.en),
      'server-hangs-up': () => import('../08-server-hangs-up/en').then((file) => file.en),
      refused: () => import('../09-refused/en').then((file) => file.en),
      leaving: () => import('../10-leaving/en').then((file) => file.en),
      silence: () => import('../11-silence/en').then((file) => file.en),
      'what-changed': () => import('../12-what-changed/en').then((file) => file.en),
    },
  },
  de: {
    shared: () => import('./de').then((file) => file.de),
    lessons: {
      'one-post-many-events': () => import('../01-one-post-many-events/de').then((file) => file.de),
      'pull-the-plug': () => import('../02-pull-the-plug/de').then((file) => file.de),
      'two-headers': () => import('../03-two-headers/de').then((file) => file.de),
      'plug-back-in': () => import('../04-plug-back-in/de').then((file) => file.de),
      'stored-first': () => import('../05-stored-first/de').then((file) => file.de),
      'one-stream': () => import('../06-one-stream/de').then((file) => file.de),
      'priming-event': () => import('../07-priming-event/de').then((file) => file.de),
      'server-hangs-up': () => import('../08-server-hangs-up/de').then((file) => file.de),
      refused: () => import('../09-refused/de').then((file) => file.de),
      leaving: () => import('../10-leaving/de').then((file) => file.de),
      silence: () => import('../11-silence/de').then((file) => file.de),
      'what-changed': () => import('../12-what-changed/de').then((file) => file.de),
    },
  },
}
