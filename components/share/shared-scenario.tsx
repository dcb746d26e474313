'use client'
/**
 * A scenario that came with the address: offered, and when the reader runs it, done again live. Each act waits for its count of events;
 * nothing is timed. What could not be used of the link is said.
 */
import { Play, X } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { FAULTS } from '../../lib/faults/faults'
import { readLink } from '../../lib/share/link'
import { performScenario } from '../../lib/share/performer'
import { type Act, type Scenario, SHARED_FAULTS } from '../../lib/share/scenario'
import type { PictureChoice } from '../run-bar'
import { usePlaygroundItself } from '../use-playground'
import { USUAL_OPTIONS } from './usual'

type Offer = { readonly scenario: Scenario; readonly ignored: readonly string[] }

export function SharedScenario({ pictures }: { readonly pictures: readonly PictureChoice[] }) {
  const playground = usePlaygroundItself()
  const acting = useRef<AbortController>(undefined)
  const [offer, setOffer] = useState<Offer>()
  const [running, setRunning] = useState(false)
  useEffect(() => {
    const read = () => {
      const found = readLink(location.hash, {
        pictures: pictures.map(({ name }) => name),
        faults: SHARED_FAULTS,
        usual: USUAL_OPTIONS,
      })
      if (found.kind === 'none') return
      // Once read it has done its work: the address is free for the screens of a phone.
      history.replaceState(history.state, '', location.pathname + location.search)
      acting.current?.abort()
      setRunning(false)
      if (found.kind === 'unreadable') return playground.tell({ kind: 'file', title: 'This link cannot be read', detail: found.says })
      setOffer(found)
      playground.setOptions(found.scenario.options)
    }
    read()
    addEventListener('hashchange', read)
    return () => removeEventListener('hashchange', read)
  }, [playground, pictures])
  if (!offer) return null
  const { scenario, ignored } = offer
  return (
    <aside className="shared-scenario" aria-label="A shared scenario">
      <p>
        <strong>A shared scenario.</strong> {wordsOf(scenario)} {ignored.join(' ')}
      </p>
      <button
        type="button"
        className="shared-run"
        onClick={() => {
          acting.current?.abort()
          acting.current = new AbortController()
          setRunning(true)
          void performScenario(scenario, playground, acting.current.signal)
        }}
      >
        <Play size={15} aria-hidden="true" />
        {running ? 'Run it again' : 'Run this scenario'}
      </button>
      <button
        type="button"
        className="icon-button"
        aria-label="Put this scenario away"
        onClick={() => {
          acting.current?.abort()
          setOffer(undefined)
          setRunning(false)
        }}
      >
        <X size={18} aria-hidden="true" />
      </button>
    </aside>
  )
}

/** "paint_picture; pulled after 9 received, pushed in after 14 stored." */
function wordsOf({ options, acts }: Scenario): string {
  const said = acts.map((act) => `${doneWords(act)} after ${act.after.n} ${act.after.count}`)
  return `${options.tool}${said.length > 0 ? `; ${said.join(', ')}` : ''}.`
}

function doneWords(act: Act): string {
  switch (act.kind) {
    case 'pull':
      return 'pulled'
    case 'push':
      return 'pushed in'
    case 'as-kept':
      return 'asked again as kept'
    case 'fault':
      return `${FAULTS.find(({ id }) => id === act.fault)?.title ?? act.fault}${act.on ? '' : ' off'}`
    case 'edit':
      return act.value === undefined ? `${act.header} header left out` : `${act.header} header changed`
    default:
      return act satisfies never
  }
}
