/**
 * The real button over the plug: pull and push by pointer, touch and keys. Shows nothing but its focus ring; the plug below it is drawn by
 * plug-art.tsx. Its place is set in the scene's units, so that it is right before any script runs.
 */
import type { ComponentProps, CSSProperties } from 'react'
import { useT } from '../../i18n/language'
import { buttonPlace } from './plug-mover'
import type { Pose } from './pose'

type PlugButtonProps = Omit<ComponentProps<'button'>, 'children' | 'style' | 'type'> & {
  readonly plug: 'in' | 'out'
  /** where it stands on first paint */
  readonly pose: Pose
}

export function PlugButton({ plug, pose, ...rest }: PlugButtonProps) {
  const t = useT()
  const label = plug === 'in' ? t('Plug: pull it out of the socket') : t('Plug: push it into the socket')
  return <button {...rest} type="button" className="plug-button" aria-label={label} style={buttonPlace(pose) as CSSProperties} />
}
