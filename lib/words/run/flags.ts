/** The flags of the timeline, each in two or three words. */
import type { TimelineFlag } from '../../trace/timeline/timeline-flags'
import { msg } from '../message'
import { named, type Translate } from '../t'

const RESTARTED = { log: msg('restarted, log kept'), nothing: msg('restarted, all forgotten') } as const

const SESSION_ENDED = {
  deleted: msg('session deleted'),
  expired: msg('session expired'),
  shutdown: msg('session shutdown'),
  restarted: msg('session restarted'),
} as const

const BEGUN = {
  'yank-before-priming': msg('before priming'),
  'yank-after-priming': msg('after priming'),
  'yank-stored-unwritten': msg('stored unwritten'),
  'yank-mid-frame': msg('mid frame'),
  'yank-before-response': msg('before response'),
  'yank-in-replay': msg('in replay'),
  'yank-in-wait': msg('in wait'),
  silence: msg('silence'),
  slow: msg('slow'),
  'idle-proxy': msg('idle proxy'),
  'polite-close': msg('polite close'),
  'close-tab': msg('close tab'),
  'second-tab': msg('second tab'),
  impatient: msg('impatient'),
} as const

const OVER = {
  silence: msg('silence over'),
  slow: msg('slow over'),
  'idle-proxy': msg('idle proxy over'),
  'polite-close': msg('polite close over'),
  'close-tab': msg('close tab over'),
  'second-tab': msg('second tab over'),
  impatient: msg('impatient over'),
} as const

/** What a flag says, in the language of `t`. */
export function flagWords(flag: TimelineFlag, t: Translate): string {
  switch (flag.kind) {
    case 'fault':
      return named(t, flag.over ? OVER : BEGUN, flag.fault)
    case 'restarted':
      return named(t, RESTARTED, flag.keeps)
    case 'session-ended':
      return named(t, SESSION_ENDED, flag.reason)
    case 'evicted':
      return t('evicted')
    case 'page-loaded':
      return t('page loaded')
  }
}
