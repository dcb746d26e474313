'use client'
/**
 * The playhead: a yellow flag over a native range input, so that keys, screen readers and switch devices can move it. The pointer
 * drags it anywhere on the timeline (use-scrub.ts).
 */
import type { KeyboardEvent } from 'react'
import type { Milliseconds } from '../../lib/protocol/observation'
import { seconds } from '../../lib/words/t'
import { useT } from '../i18n/language'
import css from './playhead.module.css'
import type { ZoomKey } from './view/use-view'

type PlayheadProps = {
  /** after the origin of the timeline */
  readonly at: Milliseconds
  readonly duration: Milliseconds
  /** where it stands, in per cent of the drawing's width */
  readonly left: number
  readonly stemTop: number
  /** what happened at that moment, for the value text */
  readonly sentence: string
  readonly onSeek: (at: Milliseconds) => void
  readonly onStep: (by: 1 | -1, unit: 'event' | 'exchange') => void
  readonly onJump: (to: 'first' | 'last') => void
  readonly onZoom: (key: ZoomKey) => void
  /** it is not in view: the flag at the edge tells on which side */
  readonly isOutside: boolean
}

export function Playhead({ at, duration, left, stemTop, sentence, onSeek, onStep, onJump, onZoom, isOutside }: PlayheadProps) {
  const t = useT()
  function onKeyDown(event: KeyboardEvent) {
    const action = keyAction(event.key, event.shiftKey)
    if (!action || event.altKey || event.ctrlKey || event.metaKey) return
    event.preventDefault()
    if (action.kind === 'jump') onJump(action.to)
    else if (action.kind === 'zoom') onZoom(action.key)
    else onStep(action.by, action.unit)
  }
  return (
    <div
      className={css.playhead}
      data-outside={isOutside ? '' : undefined}
      style={{ left: `${left}%`, ['--stem-top' as string]: `${stemTop}px` }}
    >
      <input
        className={css.range}
        type="range"
        aria-label={t('Playhead')}
        aria-valuetext={`${seconds(t, at, 2)}: ${sentence}`}
        min={0}
        max={Math.ceil(duration)}
        step={1}
        aria-valuenow={Math.min(Math.round(at), Math.ceil(duration))}
        value={Math.min(Math.max(Math.round(at), 0), Math.ceil(duration))}
        onKeyDown={onKeyDown}
        onChange={(event) => onSeek(Number(event.currentTarget.value))}
      />
      <svg viewBox="-14 -27 28 30" aria-hidden="true">
        <path className={css.flagShape} d="M-9 -25H9Q11 -25 11 -23V-12L0 0L-11 -12V-23Q-11 -25 -9 -25Z" />
      </svg>
    </div>
  )
}

type KeyAction =
  | { readonly kind: 'jump'; readonly to: 'first' | 'last' }
  | { readonly kind: 'step'; readonly by: 1 | -1; readonly unit: 'event' | 'exchange' }
  | { readonly kind: 'zoom'; readonly key: ZoomKey }

/** Arrows step by event, with shift by exchange; Home and End go to the ends; + and − zoom, 0 shows the whole run. */
export function keyAction(key: string, shift: boolean): KeyAction | undefined {
  switch (key) {
    case 'ArrowLeft':
    case 'ArrowDown':
      return { kind: 'step', by: -1, unit: shift ? 'exchange' : 'event' }
    case 'ArrowRight':
    case 'ArrowUp':
      return { kind: 'step', by: 1, unit: shift ? 'exchange' : 'event' }
    case 'PageDown':
      return { kind: 'step', by: -1, unit: 'exchange' }
    case 'PageUp':
      return { kind: 'step', by: 1, unit: 'exchange' }
    case 'Home':
      return { kind: 'jump', to: 'first' }
    case 'End':
      return { kind: 'jump', to: 'last' }
    case '+':
    case '=':
      return { kind: 'zoom', key: 'in' }
    case '-':
    case '_':
      return { kind: 'zoom', key: 'out' }
    case '0':
      return { kind: 'zoom', key: 'fit' }
    default:
      return undefined
  }
}
