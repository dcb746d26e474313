/**
 * SPLICE, the iframe protocol of computing-education books (cssplice.org/slcp): height, state and score of an activity. Pure. A host
 * that does not speak it never answers, and nothing depends on an answer.
 */
import { field, fieldsOf, textOf } from './read'

/** Canvas understands this one too. */
export const frameResize = (messageId: string, height: number, width: number) => ({
  subject: 'lti.frameResize' as const,
  message_id: messageId,
  height,
  width,
})

export const askState = (messageId: string) => ({ subject: 'SPLICE.getState' as const, message_id: messageId })

/** `score` from 0 to 1. */
export const reportScoreAndState = (messageId: string, score: number, state: unknown) => ({
  subject: 'SPLICE.reportScoreAndState' as const,
  message_id: messageId,
  score: Math.min(1, Math.max(0, score)),
  state,
})

export const sendEvent = (messageId: string, name: string, data: Readonly<Record<string, unknown>>) => ({
  subject: 'SPLICE.sendEvent' as const,
  message_id: messageId,
  name,
  data,
})

export type SpliceState = { readonly state: unknown } | { readonly error: string }

/** The answer to our question `asked`, or undefined when it is something else. Never throws. */
export function readStateResponse(data: unknown, asked: string): SpliceState | undefined {
  const fields = fieldsOf(data)
  if (!fields || field(fields, 'subject') !== 'SPLICE.getState.response' || field(fields, 'message_id') !== asked) return undefined
  const error = field(fields, 'error')
  if (error !== undefined && error !== null) {
    const code = textOf(fieldsOf(error) ? field(error as Record<string, unknown>, 'message') : error)
    return { error: code ?? 'The host could not give the state back.' }
  }
  return { state: field(fields, 'state') ?? null }
}

/** Tells one message from another; says nothing about the reader. */
export const newMessageId = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(8)), (byte) => byte.toString(16).padStart(2, '0')).join('')
