/** Closer, farther, the whole run: three buttons beside the axis. One that cannot do anything stays focusable and says so. */
import { Minus, MoveHorizontal, Plus } from 'lucide-react'
import { msg } from '../../../lib/words/message'
import { useT } from '../../i18n/language'
import type { Lanes } from '../layout/lanes'
import type { ViewControl, ZoomKey } from './use-view'

const BUTTONS: readonly { readonly key: ZoomKey; readonly label: string; readonly Icon: typeof Plus; readonly shortcut: string }[] = [
  { key: 'out', label: msg('Zoom out'), Icon: Minus, shortcut: '-' },
  { key: 'in', label: msg('Zoom in'), Icon: Plus, shortcut: '+' },
  { key: 'fit', label: msg('Show the whole run'), Icon: MoveHorizontal, shortcut: '0' },
]

export function ZoomButtons({ lanes, control }: { lanes: Lanes; control: ViewControl }) {
  const t = useT()
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for form fields
    <div
      role="group"
      aria-label={t('Zoom of the timeline')}
      className="absolute top-0 z-3 flex"
      style={{ left: lanes.nameX - 5, height: Math.max(lanes.axisY, 24) }}
      onPointerDown={(event) => event.stopPropagation()}
      onDoubleClick={(event) => event.stopPropagation()}
    >
      {BUTTONS.map(({ key, label, Icon, shortcut }) => (
        <button
          key={key}
          type="button"
          aria-label={t(label)}
          title={`${t(label)} (${shortcut})`}
          aria-keyshortcuts={shortcut}
          aria-disabled={!control.canZoom[key] || undefined}
          className="grid w-6 place-items-center rounded-md text-ink-2 hover:bg-wall hover:text-ink aria-disabled:cursor-default aria-disabled:bg-transparent aria-disabled:text-ink-3 aria-disabled:opacity-55"
          onClick={() => control.canZoom[key] && control.zoom(key)}
        >
          <Icon size={15} strokeWidth={2.4} aria-hidden />
        </button>
      ))}
    </div>
  )
}
