/** What exactly a fault did, in words: the English of lib/protocol/fault-detail-text.ts, looked up in the catalogue. */
import { ABSENT, detailTemplate } from '../../protocol/fault-detail-text'
import type { FaultDetail } from '../../protocol/reason'
import { msg } from '../message'
import type { Translate } from '../t'
import { partsOf } from './reasons'

/** The detail as a part of a sentence, in the language of `t`. */
export function detailWords(t: Translate, detail: FaultDetail): string {
  if (detail.code === 'quoted') return String(detail.quoted)
  const absent = { id: msg(ABSENT.id, {}), stream: msg(ABSENT.stream, {}) }
  return t(msg(detailTemplate(detail), { ...absent, ...partsOf(detail) }))
}
