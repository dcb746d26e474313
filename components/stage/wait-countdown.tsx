'use client'
/** The reconnection wait, counted down as it passes, and a way to let it stand still. Shown while the client waits, at the playhead. */
import { Play, Snowflake } from 'lucide-react'
import type { Snapshot } from '../../lib/trace/snapshot-types'
import { seconds } from '../../lib/words/t'
import { useT } from '../i18n/language'
import { Trans } from '../i18n/trans'
import { usePlayground, useVerbs } from '../use-playground'
import './wait-countdown.css'

export function WaitCountdown({ snapshot }: { snapshot: Snapshot }) {
  const t = useT()
  const { freezeWait } = useVerbs()
  const frozen = usePlayground((state) => state.frozen)
  const now = usePlayground((state) => state.phase === 'running' && state.playhead.kind !== 'at')
  const { waiting, at, plug } = snapshot
  if (!waiting || plug === 'out') return null
  const left = Math.max(0, waiting.until - at)
  const whole = Math.max(1, waiting.until - waiting.since)
  const stands = waiting.frozen ?? false
  return (
    <p className="wait" data-frozen={stands || undefined}>
      <svg width="18" height="18" viewBox="0 0 18 18" aria-hidden="true">
        <circle cx="9" cy="9" r="7" pathLength="1" />
        <circle cx="9" cy="9" r="7" pathLength="1" strokeDasharray={`${Math.min(1, left / whole)} 1`} transform="rotate(-90 9 9)" />
      </svg>
      <span>
        <Trans message="again in <b>{time}</b>" parts={{ time: seconds(t, left), b: (inside) => <b>{inside}</b> }} />
        {stands && <span className="sr">{t(', the wait stands still')}</span>}
      </span>
      {now && (
        <button
          type="button"
          aria-label={frozen ? t('Let the wait run on') : t('Freeze the wait')}
          title={frozen ? t('Let the wait run on') : t('Freeze the wait')}
          onClick={() => freezeWait(!frozen)}
        >
          {frozen ? <Play size={15} aria-hidden="true" /> : <Snowflake size={15} aria-hidden="true" />}
        </button>
      )}
    </p>
  )
}
