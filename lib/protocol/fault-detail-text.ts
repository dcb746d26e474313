/** Details of faults in English, as reason-text.ts has the reasons: apart, because only panels that are loaded later say them. */
import type { FaultDetail, Reason } from './reason'
import { filled, reasonTemplate } from './reason-text'

/** The English words of each code, its parameters in braces. */
const TEXTS: Readonly<Record<Exclude<FaultDetail['code'], Reason['code']>, string>> = {
  'gives-up-after': 'the client gives up what brings no byte for {seconds} s',
  'old-connections-dead': 'new connections work; the old ones stay dead until the client gives them up',
  'bytes-a-second': '{rate} bytes a second on each connection',
  'cuts-idle': 'cuts after {ms} ms without a byte',
  'asks-at-once': 'asks again at once, whatever retry says',
  'would-not-hold': 'the server would not hold: {cause}',
  'call-was-over': 'the call was over before this moment came',
  'in-wait': 'in the wait of {ms} ms before {stream} is asked for again',
  'stored-unwritten': '{id} is stored, and was not written',
  'headers-only': 'the headers of the answer got through, and no event',
  'before-response': 'before {id}, the response',
  'mid-frame': '{after} of {of} bytes of {id} got through',
  'after-frame': 'after {id}',
  'close-tab': 'close this tab and open the page anew: the run is kept for it',
  'one-stream': '{stream}',
  'every-stream': 'every stream',
  'keeps-nothing': 'keeps nothing',
  'keeps-log': 'keeps its log',
  deleted: 'deleted',
  expired: 'expired',
  leaves: 'leaves {n} of each stream',
  held: 'stored, not written',
  'written-again': 'written again',
  comments: 'comments',
  'no-comments': 'no comments',
}

/** Said instead where the optional parameter is there. */
const CUTS_SO_FAR = 'cuts after {ms} ms without a byte; {cuts} cut so far'
const COMMENTS_EVERY = 'comments every {ms} ms'

/** What stands for a parameter that is absent. */
export const ABSENT = { id: 'a frame without id', stream: 'the stream' } as const

/** Every English template, for the test that looks for their translations. */
export const detailTemplates = (): readonly string[] => [
  ...Object.values(TEXTS).filter((text) => text !== TEXTS['one-stream']),
  CUTS_SO_FAR,
  COMMENTS_EVERY,
  ...Object.values(ABSENT),
]

/** The English words of this detail, its parameters still in braces. */
export function detailTemplate(detail: FaultDetail): string {
  if (detail.code === 'cuts-idle' && detail.cuts !== undefined) return CUTS_SO_FAR
  if (detail.code === 'comments' && detail.ms !== undefined) return COMMENTS_EVERY
  return Object.hasOwn(TEXTS, detail.code) ? TEXTS[detail.code as keyof typeof TEXTS] : reasonTemplate(detail as Reason)
}

/** The detail in English. */
export const detailText = (detail: FaultDetail): string => filled(detailTemplate(detail), { ...ABSENT, ...detail })
