'use client'
/**
 * The line: one cable that hangs the picture, carries the kept headers, ends in the plug, and at its other end is the timeline's wire lane.
 * A child of `.stage`, filling it. Laid out by CSS alone (line.css): nothing is measured, so the server's first paint is the final one.
 *
 *        .--rail--------------.              |  wall
 *        |  [ picture ]        \ [plug>  (socket|---- feeds
 *        +- tag                                |
 *        '--foot--< timeline
 */
import { useRef } from 'react'
import './line.css'
import './plug/plug-scene.css'
import './ties/ties.css'
import { Bend, Stretch } from './cable-pieces'
import type { Courier } from './courier'
import { PlugScene, type PlugSceneProps } from './plug/plug-scene'
import { PHONE, WIDE } from './plug/pose'
import { useCouriers } from './use-couriers'
import { WallFeeds } from './wall-feeds'

type LineProps = {
  readonly plug: 'in' | 'out'
  /** which streams exist: their cores in the cable and their feeds in the wall */
  readonly streams: { readonly call: boolean; readonly standalone: boolean }
  /** the plug travels when `plug` changes; false while looking back */
  readonly animate: boolean
  /** the on-page switch; the system's setting is respected as well */
  readonly reducedMotion?: boolean
  /** the plug cannot be moved now */
  readonly busy?: boolean
  /** what rides the cable: give the newest observations that travelled; each key rides once, when it first appears */
  readonly couriers?: readonly Courier[]
  readonly onPull: () => void
  readonly onPush: () => void
}

const NOBODY: readonly Courier[] = []

export function Line({ streams, reducedMotion = false, busy = false, couriers = NOBODY, ...rest }: LineProps) {
  const host = useRef<HTMLDivElement>(null)
  useCouriers(host, couriers, rest.animate && !reducedMotion && rest.plug === 'in')
  const plug: PlugSceneProps = { ...rest, reducedMotion, busy }
  return (
    <div
      ref={host}
      className="line"
      data-plug={rest.plug}
      data-call={streams.call ? undefined : 'none'}
      data-standalone={streams.standalone ? undefined : 'none'}
    >
      <WallFeeds {...streams} />
      <i className="hang-string hang-left" />
      <i className="hang-string hang-right" />
      <WideCable />
      <PhoneCable />
      <PlugScene scene={WIDE} {...plug} />
      <div className="dock phone-only" />
      <PhoneDockCable />
      <PlugScene scene={PHONE} {...plug} />
    </div>
  )
}

function WideCable() {
  return (
    <div className="wide-only">
      <Stretch className="wide-rail" run="across" call={-1} />
      <Stretch className="wide-down" run="down" call={-1} />
      <Stretch className="wide-foot" run="across" call={1} />
      <Bend className="bend-top" turn="top-left" callOutside />
      <Bend className="bend-foot" turn="bottom-left" callOutside />
    </div>
  )
}

/** On a phone the cable drops out of the Timeline tab and runs the other way round, so its cores change sides. */
function PhoneCable() {
  return (
    <div className="phone-only">
      <Stretch className="phone-drop" run="down" call={1} />
      <Stretch className="phone-rail" run="across" call={1} />
      <Stretch className="phone-down" run="down" call={1} />
      <Bend className="bend-drop" turn="bottom-right" callOutside />
      <Bend className="bend-top" turn="top-left" callOutside={false} />
    </div>
  )
}

function PhoneDockCable() {
  return (
    <div className="phone-only dock-cable">
      <Stretch className="dock-down" run="down" call={1} />
      <Stretch className="dock-across" run="across" call={-1} />
      <Bend className="bend-dock" turn="bottom-left" callOutside={false} />
    </div>
  )
}
