'use client'
/** What stands in a frame that is narrower than a phone: a picture of the run, and the way to the full page. Hidden by width alone (embed.css). */
import type { Scenario } from '../../lib/embed/scenarios/scenarios'
import { useT } from '../i18n/language'
import { fromRoot } from '../shared/from-root'
import { useAlone } from './embed-foot'

export function EmbedPoster({ scenario }: { scenario: Scenario }) {
  const t = useT()
  const alone = useAlone()
  return (
    <div className="embed-poster">
      {!alone && (
        // biome-ignore lint/performance/noImgElement: a small drawing, the same at every size
        <img
          src={fromRoot(`/embed/v1/${scenario.name}.svg`)}
          alt={t('A recorded run: {sentence}', { sentence: t(scenario.sentence) })}
          width={760}
          height={430}
          loading="lazy"
        />
      )}
      <p>{t(scenario.title)}</p>
      {!alone && (
        <a href={`/${scenario.page ?? ''}`} target="_blank" rel="noreferrer">
          {t('Open the full page')}
        </a>
      )}
    </div>
  )
}
