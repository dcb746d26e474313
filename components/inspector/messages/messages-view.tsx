'use client'
/**
 * The JSON-RPC messages both ways, as they got through; each opens to its whole text. Events are how they travel, not what they are.
 */
import { ArrowLeft, ArrowRight } from 'lucide-react'
import { useMemo, useState } from 'react'
import { seconds } from '../../../lib/words/t'
import { useT } from '../../i18n/language'
import { SquaresText } from '../../tool-view/squares-text'
import { usePlayground, useSnapshot, useVerbs } from '../../use-playground'
import css from '../panel.module.css'
import look from '../rows/rows.module.css'
import { VirtualList } from '../rows/virtual-list'
import { shortData } from '../wire/frame-line'
import { MESSAGE_KINDS, type MessageRow, messageRows, prettyJson, SENDERS } from './message-rows'

export function MessagesView() {
  const { connections } = useSnapshot()
  const selection = usePlayground((state) => state.selection)
  const origin = usePlayground((state) => state.trace.observations[0]?.at ?? 0)
  const { select } = useVerbs()
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set())
  const t = useT()
  const rows = useMemo(() => messageRows(connections, t), [connections, t])
  if (rows.length === 0) return <p className={css.note}>{t('No message has got through yet.')}</p>
  const selected = selection?.kind === 'event' ? selection.key : undefined
  const wanted = selected === undefined ? -1 : rows.findIndex((row) => row.key === selected)
  function toggle(row: MessageRow) {
    setOpen((before) => {
      const next = new Set(before)
      if (!next.delete(row.name)) next.add(row.name)
      return next
    })
    if (row.key !== undefined) select({ kind: 'event', key: row.key })
  }
  return (
    <VirtualList
      label={t('Messages')}
      count={rows.length}
      estimate={34}
      keyOf={(index) => (rows[index] as MessageRow).name}
      wanted={wanted < 0 ? undefined : wanted}
      render={(index) => {
        const row = rows[index] as MessageRow
        const isOpen = open.has(row.name)
        return (
          <>
            <button
              type="button"
              className={`${look.row} ${look.message}`}
              data-from={row.from}
              data-selected={row.key !== undefined && row.key === selected ? '' : undefined}
              aria-expanded={isOpen}
              onClick={() => toggle(row)}
            >
              {row.from === 'client' ? <ArrowRight size={15} aria-hidden /> : <ArrowLeft size={15} aria-hidden />}
              <small>{seconds(t, row.at - origin, 2)}</small>
              <span>{t(SENDERS[row.from])}</span>
              <span data-kind={row.kind}>{t(MESSAGE_KINDS[row.kind])}</span>
              <b className={look.rowTitle}>{row.title}</b>
              <code className={look.preview}>
                <SquaresText text={shortData(row.json)} />
              </code>
            </button>
            {isOpen && <pre className={look.pretty}>{prettyJson(row.json)}</pre>}
          </>
        )
      }}
    />
  )
}
