'use client'
/**
 * One file of a lesson, coloured, with line numbers. Lines are lit whose observation is the newest at the playhead: they just ran, as
 * far as anyone saw. What lit them stands above the code, in words.
 */
import { type RefObject, use, useEffect, useMemo, useRef } from 'react'
import { type Lit, litAt, type Side } from '../../../lib/lessons/code/acts'
import { type CodeLesson, loadShown } from '../../../lib/lessons/code/load-shown'
import { actsOf, type ShownFile, type ShownLesson, type ShownLine, textOf } from '../../../lib/lessons/code/shown'
import { useT } from '../../i18n/language'
import { useMoment, usePlayground } from '../../use-playground'
import { CopyButton } from '../rows/copy-button'
import css from './code.module.css'

type CodeFileProps = { readonly lesson: CodeLesson; readonly file: ShownFile; readonly side: Side; readonly note: string }

export function CodeFile({ lesson, file, side, note }: CodeFileProps) {
  const lines = use(shownOf(lesson))[file]
  const t = useT()
  const lit = useLit(lines, side)
  const text = useMemo(() => lines.map(textOf).join('\n'), [lines])
  const scroller = useRef<HTMLDivElement>(null)
  useLitInView(scroller, lit)
  return (
    <>
      <p className={css.caption}>
        <b data-lit={lit ? '' : undefined}>
          {lit
            ? t('Just ran: {what}.', { what: lit.says })
            : side === 'client'
              ? t('Nothing of this client has run yet.')
              : t('Nothing of this server has run yet.')}
        </b>{' '}
        <span>{note}</span>
        <CopyButton text={text} label={t('Copy {file}', { file })} />
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard */}
      <section className={css.scroller} ref={scroller} tabIndex={0} aria-label={t('{file} of this lesson', { file })} data-testid="code">
        <ol className={css.lines} lang="en">
          {lines.map((line, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: lines of a file never move
            <Line key={index} line={line} lit={lit !== undefined && !!line.acts?.split(' ').includes(lit.act)} />
          ))}
        </ol>
      </section>
    </>
  )
}

function Line({ line, lit }: { line: ShownLine; lit: boolean }) {
  return (
    <li data-lit={lit ? '' : undefined} aria-current={lit ? 'step' : undefined}>
      <code>
        {line.words.length === 0 ? '\n' : null}
        {line.words.map((token, index) =>
          typeof token === 'string' ? (
            token
          ) : (
            // biome-ignore lint/suspicious/noArrayIndexKey: words of a line never move
            <span key={index} data-word={token[0]}>
              {token[1]}
            </span>
          ),
        )}
      </code>
    </li>
  )
}

function useLit(lines: readonly ShownLine[], side: Side): Lit | undefined {
  const acts = useMemo(() => actsOf(lines), [lines])
  const observations = usePlayground((state) => state.trace.observations)
  const moment = useMoment()
  const t = useT()
  return useMemo(() => litAt(observations, moment, side, acts, t), [observations, moment, side, acts, t])
}

/** Brings the lit lines into view by scrolling the code alone, never the page. */
function useLitInView(scroller: RefObject<HTMLDivElement | null>, lit: Lit | undefined): void {
  const act = lit?.act
  useEffect(() => {
    const box = scroller.current
    const line = act === undefined ? undefined : box?.querySelector<HTMLElement>('li[data-lit]')
    if (!box || !line) return
    const [top, bottom] = [line.offsetTop, line.offsetTop + line.offsetHeight]
    if (top < box.scrollTop || bottom > box.scrollTop + box.clientHeight) box.scrollTop = top - box.clientHeight / 3
  }, [act, scroller])
}

const loading = new Map<CodeLesson, Promise<ShownLesson>>()

/** One promise a lesson, so that `use` finds it again. A load that failed is tried anew the next time. */
function shownOf(lesson: CodeLesson): Promise<ShownLesson> {
  const known = loading.get(lesson)
  if (known) return known
  const shown = loadShown(lesson)
  loading.set(lesson, shown)
  shown.catch(() => loading.delete(lesson))
  return shown
}
