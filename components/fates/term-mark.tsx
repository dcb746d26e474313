/** A fate's mark inside running text. */
import { FateMark, type MarkKind } from './fate-mark'

export function TermMark({ kind }: { kind: MarkKind }) {
  return <FateMark kind={kind} size={14} className="term-mark" />
}
