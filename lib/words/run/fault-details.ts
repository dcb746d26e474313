/** What exactly a fault did, in words: the English of lib/protocol/fault-detail-text.ts, looked up in the catalogue. */
import { ABSENT, detailTemplate } from '../../protocol/fault-detail-text'
import type { FaultDetail } from '../../protocol/reason'
import { spokenText } from '../message'
import type { Word } from '../t'
import { partsOf } from './reasons'

/** The detail as a part of a sentence, in the language of `word`. */
export function detailWords(word: Word, detail: FaultDetail): string {
  if (detail.code === 'quoted') return String(detail.quoted)
  const absent = { id: { english: ABSENT.id }, stream: { english: ABSENT.stream } }
  return spokenText([{ english: detailTemplate(detail), parts: { ...absent, ...partsOf(detail) } }], word)
}
