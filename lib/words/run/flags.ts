/** The flags of the timeline, each in two or three words. */
import type { TimelineFlag } from '../../trace/timeline/timeline-flags'
import { named, phrase, type Word } from '../t'

const RESTARTED = { log: phrase('restarted, log kept'), nothing: phrase('restarted, all forgotten') } as const

const SESSION_ENDED = {
  deleted: phrase('session deleted'),
  expired: phrase('session expired'),
  shutdown: phrase('session shutdown'),
  restarted: phrase('session restarted'),
} as const

const BEGUN = {
  'yank-before-priming': phrase('before priming'),
  'yank-after-priming': phrase('after priming'),
  'yank-stored-unwritten': phrase('stored unwritten'),
  'yank-mid-frame': phrase('mid frame'),
  'yank-before-response': phrase('before response'),
  'yank-in-replay': phrase('in replay'),
  'yank-in-wait': phrase('in wait'),
  silence: phrase('silence'),
  slow: phrase('slow'),
  'idle-proxy': phrase('idle proxy'),
  'polite-close': phrase('polite close'),
  'close-tab': phrase('close tab'),
  'second-tab': phrase('second tab'),
  impatient: phrase('impatient'),
} as const

const OVER = {
  silence: phrase('silence over'),
  slow: phrase('slow over'),
  'idle-proxy': phrase('idle proxy over'),
  'polite-close': phrase('polite close over'),
  'close-tab': phrase('close tab over'),
  'second-tab': phrase('second tab over'),
  impatient: phrase('impatient over'),
} as const

/** What a flag says, in the language of `word`. */
export function flagWords(flag: TimelineFlag, word: Word): string {
  switch (flag.kind) {
    case 'fault':
      return named(word, flag.over ? OVER : BEGUN, flag.fault)
    case 'restarted':
      return named(word, RESTARTED, flag.keeps)
    case 'session-ended':
      return named(word, SESSION_ENDED, flag.reason)
    case 'evicted':
      return word('evicted')
    case 'page-loaded':
      return word('page loaded')
  }
}
