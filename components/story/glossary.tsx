/**
 * What a first look at the stage asks for, folded away until someone does: one event of the run line by line, and the words, each in a sentence
 * that lights what it names.
 */
import type { Snapshot } from '../../lib/trace/snapshot-types'
import { useT } from '../i18n/language'
import { Trans } from '../i18n/trans'
import { EventAnatomy } from '../tool-view/event-anatomy'
import { usePlayground } from '../use-playground'

/** The selected event, or the newest. */
export function EventLines({ snapshot }: { readonly snapshot: Snapshot }) {
  const t = useT()
  const selected = usePlayground(({ selection }) => (selection?.kind === 'event' ? selection.key : undefined))
  return (
    <details className="story-words">
      <summary>{t('One event, line by line')}</summary>
      <div className="mt-2">
        <EventAnatomy snapshot={snapshot} selected={selected} />
      </div>
    </details>
  )
}

export function StoryWords() {
  const t = useT()
  return (
    <details className="story-words">
      <summary>{t('The words on the stage')}</summary>
      <ul>
        <li>
          <Trans message="<event>Event</event>: one block of the answer, sent as soon as it is there. It has an id." />
        </li>
        <li>
          <Trans message="<stream>Stream</stream>: one sequence of events, such as the answer to one POST. It outlives its connections." />
        </li>
        <li>
          <Trans message="<primes>Priming event</primes>: the first event of a stream, an id and nothing else. With it even a stream that was cut before its first message can be resumed." />
        </li>
        <li>
          <Trans message="<standalone>Standalone stream</standalone>: the stream that the client opens with a GET of its own. On it the server can speak without being asked." />
        </li>
      </ul>
    </details>
  )
}
