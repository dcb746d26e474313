'use client'
/** A paragraph of a lesson: its terms light the stage, its figures are the run's own numbers and light with the selected event. */
import { Fragment } from 'react'
import { type Figure, figureOf } from '../../../lib/lessons/judge/figures'
import type { Prose } from '../../../lib/lessons/lesson'
import { type FigureName, piecesOf } from '../../../lib/lessons/prose'
import type { Snapshot } from '../../../lib/trace/snapshot-types'
import { Term } from '../../fates/term'
import { MiddleEllipsis } from '../../shared/middle-ellipsis'
import { runningText } from '../../shared/running-text'
import { usePlayground, useVerbs } from '../../use-playground'
import type { RecordedFigures } from '../paper/recorded-run'

type ProseViewProps = {
  readonly prose: Prose
  readonly snapshot: Snapshot
  /** of another run than the one on the stage: they stand in the text, and light nothing */
  readonly figures?: RecordedFigures | undefined
}

export function ProseView({ prose, snapshot, figures }: ProseViewProps) {
  return piecesOf(prose).map((piece, index) => {
    const key = `${index}-${piece.kind}`
    switch (piece.kind) {
      case 'text':
        return <Fragment key={key}>{runningText(piece.text)}</Fragment>
      case 'strong':
        return <strong key={key}>{runningText(piece.text)}</strong>
      case 'code':
        return <code key={key}>{piece.text}</code>
      case 'term':
        return (
          <Term key={key} name={piece.term}>
            {piece.code ? <code>{piece.text}</code> : piece.text}
          </Term>
        )
      case 'figure':
        return <FigureView key={key} name={piece.name} figure={figures?.[piece.name] ?? figureOf(piece.name, snapshot)} />
      default:
        return piece satisfies never
    }
  })
}

function FigureView({ name, figure }: { name: FigureName; figure: Figure }) {
  const verbs = useVerbs()
  const selected = usePlayground(({ selection }) => (selection?.kind === 'event' ? selection.key : undefined))
  const [key] = figure.keys
  const value = figure.wire ? (
    <code className="value">
      <MiddleEllipsis text={figure.value} most={22} />
    </code>
  ) : (
    <b className="num">{figure.value}</b>
  )
  if (key === undefined) return <span className="figure">{value}</span>
  const lit = selected !== undefined && figure.keys.includes(selected)
  return (
    <button
      type="button"
      className="figure"
      data-figure={name}
      data-on={lit || undefined}
      aria-pressed={lit}
      onClick={() => verbs.select(lit ? undefined : { kind: 'event', key })}
    >
      {value}
    </button>
  )
}
