/**
 * The ledger: loss is a difference, so it is drawn as one. stored − received = missing. It counts events that carry a message;
 * what is under way counts as not stored yet, so the sum holds at every moment and nothing flickers.
 */
import type { Ledger as LedgerCounts } from '../../lib/trace/snapshot-types'
import { msg } from '../../lib/words/message'
import { useT } from '../i18n/language'
import './ledger.css'
import { FateMark, type MarkKind } from '../fates/fate-mark'

type LedgerProps = {
  readonly ledger: LedgerCounts
  /** false: the server keeps no event log, so the sum is sent − received = lost */
  readonly resumable: boolean
  /** rows that will not come any more, because their session is gone with the tool */
  readonly never?: number
}

export function Ledger({ ledger, resumable, never = 0 }: LedgerProps) {
  const stored = ledger.stored - ledger.underway
  const { received, missing, lost, replayed, duplicated } = ledger
  const both = resumable && lost > 0 && missing > 0
  const gone = !resumable || (lost > 0 && missing === 0)
  const difference = gone ? missing + lost : missing
  const t = useT()
  const parts = { stored, received, difference, lost }
  const sum = both
    ? t('{stored} stored minus {received} received is {difference} missing and {lost} lost.', parts)
    : !resumable
      ? t('{stored} sent minus {received} received is {difference} lost.', parts)
      : gone
        ? t('{stored} stored minus {received} received is {difference} lost.', parts)
        : t('{stored} stored minus {received} received is {difference} missing.', parts)
  return (
    <section className="ledger" aria-label={t('Ledger of events')} data-anchor="ledger">
      <p className="sr">
        {sum} {never > 0 && `${t({ one: '{n} more will never be made.', other: '{n} more will never be made.' }, { n: never })} `}
        {t('{replayed} replayed, {duplicated} duplicated.', { replayed, duplicated })}
      </p>
      <div className="sum" aria-hidden="true">
        <Counter mark="stored" name={resumable ? msg('stored') : msg('sent')} value={stored} />
        <span className="op">−</span>
        <Counter mark="received" value={received} />
        <span className="op">=</span>
        <Counter mark={gone ? 'lost' : 'missing'} value={difference} hot />
        {both && <Counter mark="lost" name={msg('+ lost')} value={lost} />}
        {!both && never > 0 && <Counter mark="lost" name={msg('+ never made')} value={never} />}
      </div>
      <span className="vr" />
      <div className="extra" aria-hidden="true">
        <Counter mark="replayed" value={replayed} small />
        <Counter mark="duplicated" value={duplicated} small />
      </div>
    </section>
  )
}

type CounterProps = { mark: MarkKind; name?: string; value: number; hot?: boolean; small?: boolean }

function Counter({ mark, name = mark, value, hot, small }: CounterProps) {
  const t = useT()
  const size = hot ? 32 : mark === 'duplicated' ? 22 : 20
  return (
    <div
      className="cnt"
      data-term={mark}
      data-kind={mark}
      data-hot={hot || undefined}
      data-small={small || undefined}
      data-zero={value === 0 || undefined}
      data-digits={String(value).length}
    >
      <FateMark kind={mark} size={size} />
      <b>{value}</b>
      <span>{t(name)}</span>
    </div>
  )
}
