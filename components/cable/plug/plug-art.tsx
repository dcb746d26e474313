/**
 * The plug's scene as one SVG: socket, guides, shadow, the cable's end, pins and body. Rendered once in a pose of rest (on the server,
 * too); after that plug-mover.ts sets the attributes of the parts. The plug scales with `--u`, the cable's strokes with `--c`: so the cores are two
 * wide strokes down the middle, each clipped to its side, with jacket between them.
 */

import { PlugBody, PlugPins, PlugShadow, Socket } from './plug-shapes'
import { type Drawing, type Scene, WIDE } from './pose'

const VIEW_BOX: Record<Scene['kind'], string> = { wide: '-480 0 480 320', phone: '-480 -120 480 240' }

export function PlugArt({ scene, drawing }: { scene: Scene; drawing: Drawing }) {
  const clip = `pins-${scene.kind}`
  const sides = { call: `call-side-${scene.kind}`, standalone: `standalone-side-${scene.kind}` }
  return (
    <svg className="plug-art" viewBox={VIEW_BOX[scene.kind]} aria-hidden="true">
      <clipPath id={clip}>
        {/* the pins are seen up to the holes they go into */}
        <rect x="-2000" y="-1000" width={2000 + scene.socket.x + 2} height="3000" />
      </clipPath>
      <clipPath id={sides.call}>
        <path data-part="callSide" d={drawing.callSide} />
      </clipPath>
      <clipPath id={sides.standalone}>
        <path data-part="standaloneSide" d={drawing.standaloneSide} />
      </clipPath>
      <g data-part="socket" transform={drawing.socket}>
        <Socket />
      </g>
      <path data-part="guideCall" className="guide" stroke="var(--a)" d={drawing.guideCall} />
      <path data-part="guideStandalone" className="guide" stroke="var(--b)" d={drawing.guideStandalone} />
      <g data-part="shadow" transform={drawing.shadow} opacity={drawing.shadowOpacity}>
        <PlugShadow />
      </g>
      <path data-part="outline" className="cable-outline" d={drawing.outline} />
      <path data-part="jacket" className="cable-jacket" d={drawing.jacket} />
      <path data-part="coreCall" className="core-call" d={drawing.cores} clipPath={`url(#${sides.call})`} />
      <path data-part="coreStandalone" className="core-standalone" d={drawing.cores} clipPath={`url(#${sides.standalone})`} />
      <path data-part="between" className="cable-between" d={drawing.cores} />
      <g clipPath={`url(#${clip})`}>
        <g data-part="pins" transform={drawing.plug}>
          <g className="plug-nudge">
            <PlugPins />
          </g>
        </g>
      </g>
      <g data-part="body" transform={drawing.plug}>
        <g className="plug-nudge">
          <PlugBody />
        </g>
      </g>
    </svg>
  )
}

/** The scenes' names in class names and ids. */
export const sceneClass = (scene: Scene): string => (scene === WIDE ? 'plug-scene wide-only' : 'plug-scene phone-only')
