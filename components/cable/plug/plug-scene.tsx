'use client'
/**
 * The plug, its end of the cable and the socket, in one of the two scenes. Reacts to the `plug` it is given: travels there, cross-fades
 * (reduced motion), or is simply there (looking back). React renders the first pose; plug-mover.ts owns the drawing from then on.
 */
import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import { useT } from '../../i18n/language'
import { capturePointer } from '../../shared/capture-pointer'
import { PlugArt, sceneClass } from './plug-art'
import { PlugButton } from './plug-button'
import { createPlugDrag, type PlugDrag } from './plug-drag'
import { createPlugMover, type PlugMover } from './plug-mover'
import { drawPose, poseOf, type Scene } from './pose'

export type PlugSceneProps = {
  readonly plug: 'in' | 'out'
  /** false: show where the plug is, without travel (looking back, first paint) */
  readonly animate: boolean
  readonly reducedMotion: boolean
  /** true while the plug cannot be moved */
  readonly busy: boolean
  readonly onPull: () => void
  readonly onPush: () => void
}

export function PlugScene({ scene, ...props }: PlugSceneProps & { scene: Scene }) {
  const host = useRef<HTMLDivElement>(null)
  const [first] = useState(() => ({ plug: props.plug, pose: poseOf(scene, props.plug) }))
  const { drag, dragging } = usePlug(scene, host, first.plug, props)
  const { plug, busy } = props
  const t = useT()
  return (
    <div className={sceneClass(scene)} ref={host}>
      <PlugButton
        plug={plug}
        pose={first.pose}
        aria-disabled={busy || undefined}
        data-dragging={dragging || undefined}
        onClick={(event) => {
          const byPointer = event.detail > 0
          if (!busy && !(byPointer && drag.current?.takeClick())) (plug === 'in' ? props.onPull : props.onPush)()
        }}
        onPointerEnter={loadTravel}
        onFocus={loadTravel}
        onPointerDown={(event) => {
          if (busy) return
          capturePointer(event.currentTarget, event.pointerId)
          drag.current?.down(event.nativeEvent)
        }}
        onPointerMove={(event) => drag.current?.move(event.nativeEvent)}
        onPointerUp={(event) => drag.current?.up(event.nativeEvent)}
        onPointerCancel={(event) => drag.current?.up(event.nativeEvent)}
      />
      <PlugArt scene={scene} drawing={drawPose(scene, first.pose)} />
      {plug === 'out' && !busy && (
        <span className="plug-hint" aria-hidden="true">
          {t('or drag it here')}
        </span>
      )}
    </div>
  )
}

function usePlug(scene: Scene, host: React.RefObject<HTMLDivElement | null>, first: 'in' | 'out', props: PlugSceneProps) {
  const mover = useRef<PlugMover>(undefined)
  const drag = useRef<PlugDrag>(undefined)
  const [dragging, setDragging] = useState(false)
  const latest = useRef(props)
  useLayoutEffect(() => {
    latest.current = props
  })
  useLayoutEffect(() => {
    if (!host.current) return
    const made = createPlugMover(scene, host.current, first)
    const madeDrag = createPlugDrag(scene, made, {
      plug: () => latest.current.plug,
      onPull: () => latest.current.onPull(),
      onPush: () => latest.current.onPush(),
      // the verbs have been called, and React may not have rendered what came of them yet
      settle: () => requestAnimationFrame(() => requestAnimationFrame(() => madeDrag.active() || goTo(made, latest.current))),
      onChange: setDragging,
    })
    mover.current = made
    drag.current = madeDrag
    return () => made.stop()
  }, [scene, host, first])

  const { plug, animate } = props
  const shown = useRef(first)
  useEffect(() => {
    if (shown.current === plug || !mover.current) return
    shown.current = plug
    if (drag.current?.active()) return
    if (animate) goTo(mover.current, latest.current)
    else mover.current.jump(plug)
  }, [plug, animate])
  return { drag, dragging }
}

/** What moves the plug is on its way before it is pressed. */
const loadTravel = () => void import('./travel')

function goTo(mover: PlugMover, { plug, reducedMotion }: PlugSceneProps): void {
  if (!mover.visible()) mover.jump(plug)
  else if (reducedMotion || matchMedia('(prefers-reduced-motion: reduce)').matches) mover.fade(plug)
  else mover.travel(plug)
}
