'use client'
/**
 * A long list of which only what is in view is in the page. Rows measure themselves; the list scrolls to the row asked for, and stays at
 * its end while new rows come if it was there.
 */
import { useVirtualizer } from '@tanstack/react-virtual'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { rove } from '../../shared/rove'
import css from '../panel.module.css'

type VirtualListProps = {
  readonly label: string
  readonly count: number
  /** expected height of a row, in px */
  readonly estimate: number
  readonly keyOf: (index: number) => string
  readonly render: (index: number) => ReactNode
  /** brought into view whenever it changes */
  readonly wanted?: number
  /** at the top when the list opens with nothing wanted */
  readonly opensAt?: number
}

export function VirtualList({ label, count, estimate, keyOf, render, wanted, opensAt }: VirtualListProps) {
  const scroller = useRef<HTMLDivElement>(null)
  const virtual = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => estimate,
    getItemKey: keyOf,
    overscan: 12,
  })
  const [opening] = useState(wanted === undefined ? opensAt : undefined)
  useEffect(() => void (opening !== undefined && virtual.scrollToIndex(opening, { align: 'start' })), [opening, virtual])
  useEffect(() => {
    if (wanted !== undefined && wanted >= 0) virtual.scrollToIndex(wanted, { align: 'center' })
  }, [wanted, virtual])
  useEffect(() => {
    const element = scroller.current
    const nearEnd = element && element.scrollHeight - element.scrollTop - element.clientHeight < 160
    if (nearEnd && wanted === undefined && count > 0 && element.scrollTop > 0) virtual.scrollToIndex(count - 1, { align: 'end' })
  }, [count, wanted, virtual])
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keys
    <section ref={scroller} className={css.scroller} aria-label={label} tabIndex={0} onKeyDown={rove}>
      <ol className={css.list} style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map((item) => (
          <li
            key={item.key}
            ref={virtual.measureElement}
            data-index={item.index}
            aria-setsize={count}
            aria-posinset={item.index + 1}
            style={{ transform: `translateY(${item.start}px)` }}
          >
            {render(item.index)}
          </li>
        ))}
      </ol>
    </section>
  )
}
