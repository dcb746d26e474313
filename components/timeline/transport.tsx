'use client'
/**
 * The transport: moves the playhead along the recorded run, by stops or with its own gaps. The slider on the timeline is the same
 * playhead. A button that cannot do anything stays focusable and says so.
 */
import { Pause, Play, SkipBack, SkipForward } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import type { StepUnit } from '../../lib/playground/types'
import { msg } from '../../lib/words/message'
import { momentMessages } from '../../lib/words/run/describe'
import { messageText, seconds } from '../../lib/words/t'
import { useT } from '../i18n/language'
import { Trans } from '../i18n/trans'
import { SPEEDS, speedText, stepOf } from '../shared/speed'
import { useMoment, usePlayground, useSnapshot, useVerbs } from '../use-playground'
import css from './transport.module.css'

type UnitWords = { readonly name: string; readonly back: string; readonly on: string }

const UNITS: Readonly<Record<StepUnit, UnitWords>> = {
  event: { name: msg('event'), back: msg('Previous event'), on: msg('Next event') },
  frame: { name: msg('frame'), back: msg('Previous frame'), on: msg('Next frame') },
  exchange: { name: msg('exchange'), back: msg('Previous exchange'), on: msg('Next exchange') },
}

/** `brief`: without the choice of what a step is, where there is no room for it. */
export function Transport({ brief = false }: { brief?: boolean }) {
  const t = useT()
  const [unit, setUnit] = useState<StepUnit>('event')
  const playing = usePlayground((state) => state.playing)
  const speed = usePlayground((state) => state.speed)
  const origin = usePlayground((state) => state.trace.observations[0]?.at)
  const atEnd = usePlayground((state) => state.playhead.kind !== 'at')
  const moment = useMoment()
  const messages = momentMessages(useSnapshot(), t)
  const { jump, step, play, pause, setSpeed } = useVerbs()
  const atStart = origin === undefined || moment <= origin
  return (
    <div className={css.transport}>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is for form fields */}
      <div className={css.buttons} role="group" aria-label={t('Transport')}>
        <Key label={t('First')} disabled={atStart} onPress={() => jump('first')}>
          <SkipBack {...ICON} />
        </Key>
        <Key label={t(UNITS[unit].back)} disabled={atStart} onPress={() => step(-1, unit)}>
          <Play {...ICON} className={css.back} />
        </Key>
        <Key label={playing ? t('Pause') : t('Play')} main disabled={origin === undefined} onPress={() => (playing ? pause() : play())}>
          {playing ? <Pause {...ICON} /> : <Play {...ICON} className={css.nudge} />}
        </Key>
        <Key label={t(UNITS[unit].on)} disabled={atEnd} onPress={() => step(1, unit)}>
          <Play {...ICON} />
        </Key>
        <Key label={t('Last: now')} disabled={atEnd} onPress={() => jump('last')}>
          <SkipForward {...ICON} />
        </Key>
      </div>
      <p className={css.now} title={messageText(messages, t)}>
        <b>{seconds(t, Math.max(moment - (origin ?? moment), 0), 2)}</b>
        <span>
          <Trans message={messages} />
        </span>
      </p>
      <div className={css.choices}>
        {!brief && (
          <Choice
            label={t('Step')}
            value={unit}
            options={Object.entries(UNITS).map(([one, { name }]) => [one, t(name)])}
            onChange={(value) => setUnit(value as StepUnit)}
          />
        )}
        <Speed speed={speed} onChange={setSpeed} />
      </div>
    </div>
  )
}

const ICON = { size: 18, fill: 'currentColor', strokeWidth: 2, 'aria-hidden': true } as const

type KeyProps = {
  readonly label: string
  readonly disabled: boolean
  readonly main?: boolean
  readonly onPress: () => void
  readonly children: ReactNode
}

function Key({ label, disabled, main, onPress, children }: KeyProps) {
  return (
    <button
      type="button"
      className={main ? `${css.key} ${css.main}` : css.key}
      aria-label={label}
      title={label}
      aria-disabled={disabled || undefined}
      onClick={() => !disabled && onPress()}
    >
      {children}
    </button>
  )
}

/** A range of steps, evenly spaced by ratio. */
function Speed({ speed, onChange }: { speed: number; onChange: (speed: number) => void }) {
  const t = useT()
  return (
    <label className={css.speed} title={t('Speed of playing')}>
      <input
        type="range"
        aria-label={t('Speed')}
        min={0}
        max={SPEEDS.length - 1}
        step={1}
        value={stepOf(speed)}
        aria-valuetext={speedText(speed, t)}
        onChange={({ target }) => onChange(SPEEDS[Number(target.value)] ?? 1)}
      />
      <span aria-hidden="true">{speedText(speed, t)}</span>
    </label>
  )
}

type ChoiceProps = {
  readonly label: string
  readonly value: string
  readonly options: readonly (readonly [value: string, text: string])[]
  readonly onChange: (value: string) => void
}

/** A native select: every device has a good one. */
function Choice({ label, value, options, onChange }: ChoiceProps) {
  return (
    <label className={css.choice}>
      <span>{label}</span>
      <select value={value} onChange={(event) => onChange(event.currentTarget.value)}>
        {options.map(([option, text]) => (
          <option key={option} value={option}>
            {text}
          </option>
        ))}
      </select>
    </label>
  )
}
