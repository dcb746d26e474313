/** The one yellow button of the page. Its words and its act come from action-text.ts; it stays reachable when it can only wait. */
import './action-button.css'
import { useT } from '../i18n/language'
import { MiddleEllipsis } from '../shared/middle-ellipsis'
import type { PillText } from './action-text'

type ActionPillProps = {
  readonly text: PillText
  /** said under the hint while the playhead is in the past: acting returns to now */
  readonly lookingBack: boolean
  readonly onPress: () => void
}

const HINT_ID = 'pill-hint'

export function ActionPill({ text, lookingBack, onPress }: ActionPillProps) {
  const t = useT()
  const waits = text.act === 'wait'
  return (
    <div className="act">
      <button
        type="button"
        id="pill"
        className="pill"
        data-act={text.act}
        aria-disabled={waits || undefined}
        aria-describedby={HINT_ID}
        onClick={() => !waits && onPress()}
      >
        <span key={text.label}>{t(text.label)}</span>
      </button>
      <noscript>
        <p className="no-script">{t('Recorded run. Scripts are off.')}</p>
      </noscript>
      <small id={HINT_ID}>
        <span className="min-w-0">
          {lookingBack ? `${t('You are viewing the past. This button acts on the live run.')} ` : ''}
          {t(text.hint, text.hintParts)}{' '}
          {text.wire && (
            <code>
              <MiddleEllipsis text={text.wire} />
            </code>
          )}
        </span>
      </small>
    </div>
  )
}
