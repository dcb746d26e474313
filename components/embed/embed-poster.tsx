'use client'
/** What stands in a frame that is narrower than a phone: a picture of the run, and the way to the full page. Hidden by width alone (embed.css). */
import type { Scenario } from '../../lib/embed/scenarios'
import { useOutside } from './use-outside'

export function EmbedPoster({ scenario }: { scenario: Scenario }) {
  const { root } = useOutside()
  return (
    <div className="embed-poster">
      {root && (
        // biome-ignore lint/performance/noImgElement: a small drawing, the same at every size
        <img
          src={`${root}embed/v1/${scenario.name}.svg`}
          alt={`A recorded run: ${scenario.sentence}`}
          width={760}
          height={430}
          loading="lazy"
        />
      )}
      <p>{scenario.title}</p>
      {root && (
        <a href={`${root}${scenario.page ?? ''}`} target="_blank" rel="noreferrer">
          Open the full page
        </a>
      )}
    </div>
  )
}
