/**
 * What a stored event holds, as a thin strip beside its id: the colours of a row of squares, or a word. Drawn, not set in emoji:
 * at this size no font does it well.
 */
import { memo } from 'react'
import type { MessageSummary } from '../../../lib/trace/snapshot-types'
import type { Translate } from '../../../lib/words/t'
import { useT } from '../../i18n/language'
import { SQUARES } from '../../tool-view/squares'
import { cellsOf } from '../../tool-view/tool-progress'

export const Strip = memo(function Strip({ message }: { message: MessageSummary }) {
  const t = useT()
  const text = message.kind === 'progress' ? (message.text ?? String(message.progress)) : ''
  const runs = text && runsOf(cellsOf(text))
  if (!runs) return text ? <em lang="en">{text}</em> : <em>{nameOf(message, t)}</em>
  const width = runs.reduce((sum, run) => sum + run.length, 0)
  return (
    <svg className="strip" viewBox={`0 0 ${width} 1`} preserveAspectRatio="none" aria-hidden="true">
      {runs.map(({ from, length, colour }) => (
        <rect key={from} x={from} width={length} height="1" fill={colour} />
      ))}
    </svg>
  )
})

type Run = { readonly from: number; readonly length: number; readonly colour: string }

/** Neighbours of one colour together; undefined when this is not a row of squares. */
function runsOf(cells: readonly string[]): readonly Run[] | undefined {
  const runs: Run[] = []
  for (const [i, cell] of cells.entries()) {
    const colour = SQUARES[cell]
    if (!colour) return undefined
    const last = runs[runs.length - 1]
    if (last?.colour === colour) runs[runs.length - 1] = { ...last, length: last.length + 1 }
    else runs.push({ from: i, length: 1, colour })
  }
  return runs
}

function nameOf(message: MessageSummary, t: Translate): string {
  switch (message.kind) {
    case 'priming':
      return t('priming')
    case 'progress':
      return `${message.progress}`
    case 'result':
      return t('result')
    case 'error':
      return t('error')
    case 'notification':
    case 'request':
      return message.method.replace(/^notifications\//, '')
    case 'unreadable':
      return t('unreadable')
    default:
      return message satisfies never
  }
}
