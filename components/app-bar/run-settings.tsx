'use client'
/**
 * The settings of the next run, quietly: which tool, which picture, how fast, with or without resumability, and behind a button which
 * server answers. On a phone it is a sheet behind a button (the popover of the platform); elsewhere it stands in the bar.
 */
import { ChevronDown, RotateCcw, SlidersHorizontal } from 'lucide-react'
import { memo, type ReactNode } from 'react'
import { type Phase, type RunOptions, TOOL_NAMES, type ToolName } from '../../lib/model/run-options'
import type { PictureChoice } from '../../lib/model/tools/pictures'
import type { Milliseconds } from '../../lib/protocol/observation'
import { useT } from '../i18n/language'
import './run-settings.css'
import { RunTerms } from './server-choice'

type RunBarProps = {
  readonly options: RunOptions
  readonly phase: Phase
  readonly pictures: readonly PictureChoice[]
  readonly onChange: (options: Partial<RunOptions>) => void
  readonly onRun: () => void
}

const DELAYS: readonly Milliseconds[] = [100, 250, 500, 1000]
const SHEET = 'run-settings'

/** Rendered when a setting or the phase changes, not when the run moves on. */
export const RunBar = memo(function RunBar({ options, phase, pictures, onChange, onRun }: RunBarProps) {
  const t = useT()
  return (
    <>
      <button type="button" className="icon-button run-open needs-script" popoverTarget={SHEET} aria-label={t('Settings of the run')}>
        <SlidersHorizontal size={18} aria-hidden="true" />
      </button>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be a popover that stands in a bar */}
      <div id={SHEET} className="run-bar needs-script" popover="auto" role="group" aria-label={t('Settings of the run')}>
        {/* the group has the name; on a phone it is seen, too */}
        <p className="hidden pb-1 text-lg font-bold text-ink max-[600px]:block" aria-hidden="true">
          {t('Settings of the run')}
        </p>
        <Choice label={t('Tool')} mono value={options.tool} onChange={(tool) => onChange({ tool: tool as ToolName })}>
          {TOOL_NAMES.map((tool) => (
            <option key={tool}>{tool}</option>
          ))}
        </Choice>
        {options.tool === 'paint_picture' && (
          <Choice label={t('Picture')} value={options.picture} onChange={(picture) => onChange({ picture })}>
            {pictures.map(({ name, title }) => (
              <option key={name} value={name} title={t(title)}>
                {t(name.charAt(0).toUpperCase() + name.slice(1))}
              </option>
            ))}
          </Choice>
        )}
        <Choice
          label={t('Pause between two events')}
          value={String(options.delay)}
          onChange={(delay) => onChange({ delay: Number(delay) })}
        >
          {delaysWith(options.delay).map((delay) => (
            <option key={delay} value={delay}>
              {t('every {n} s', { n: delay / 1000 })}
            </option>
          ))}
        </Choice>
        <label className="toggle">
          <input
            type="checkbox"
            role="switch"
            aria-checked={!options.resumability}
            checked={!options.resumability}
            onChange={({ target }) => onChange(target.checked ? { resumability: false, server: 'ours' } : { resumability: true })}
          />
          <span>{t('Without resumability')}</span>
        </label>
        <button type="button" className="run-again" disabled={phase === 'starting'} onClick={onRun}>
          <RotateCcw size={15} aria-hidden="true" />
          {phase === 'recorded' ? t('Run it live') : t('Run again')}
        </button>
        <RunTerms options={options} onChange={onChange} />
      </div>
    </>
  )
})

/** A delay set by other means (a link, the console) is a choice too. */
const delaysWith = (delay: Milliseconds): readonly Milliseconds[] => [...new Set([...DELAYS, delay])].sort((a, b) => a - b)

type ChoiceProps = { label: string; value: string; mono?: boolean; onChange: (value: string) => void; children: ReactNode }

function Choice({ label, value, mono, onChange, children }: ChoiceProps) {
  return (
    <label className={mono ? 'choice mono' : 'choice'}>
      <span>{label}</span>
      <select value={value} onChange={(event) => onChange(event.target.value)}>
        {children}
      </select>
      <ChevronDown size={14} aria-hidden="true" />
    </label>
  )
}
