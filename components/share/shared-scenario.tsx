'use client'
/**
 * A scenario that came with the address: offered, and when the reader runs it, done again live. Each act waits for its count of events;
 * nothing is timed. What could not be used of the link is said.
 */
import { Play, X } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import type { HeaderEdit, HeaderEdits } from '../../lib/faults/commands'
import { FAULTS } from '../../lib/faults/faults'
import type { PlaygroundVerbs } from '../../lib/playground-types'
import { readLink } from '../../lib/share/link'
import { countsOf, dueActs } from '../../lib/share/performing'
import type { Act, Scenario } from '../../lib/share/scenario'
import type { StreamName } from '../../lib/trace/observation'
import type { PictureChoice } from '../run-bar'
import { useLatestSnapshot, usePlayground, useVerbs } from '../use-playground'
import { USUAL_OPTIONS } from './usual'

type Offer = { readonly scenario: Scenario; readonly ignored: readonly string[] }

export function SharedScenario({ pictures }: { readonly pictures: readonly PictureChoice[] }) {
  const verbs = useVerbs()
  const [offer, setOffer] = useState<Offer>()
  const [running, setRunning] = useState(false)
  useEffect(() => {
    const read = () => {
      const found = readLink(location.hash, {
        pictures: pictures.map(({ name }) => name),
        faults: FAULTS.map(({ id }) => id),
        usual: USUAL_OPTIONS,
      })
      if (found.kind === 'none') return
      // Once read it has done its work: the address is free for the screens of a phone.
      history.replaceState(history.state, '', location.pathname + location.search)
      setRunning(false)
      if (found.kind === 'unreadable') return verbs.tell({ kind: 'file', title: 'This link cannot be read', detail: found.says })
      setOffer(found)
      verbs.setOptions(found.scenario.options)
    }
    read()
    addEventListener('hashchange', read)
    return () => removeEventListener('hashchange', read)
  }, [verbs, pictures])
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
          for (const act of scenario.acts) if (isForStart(act)) perform(act, verbs, undefined)
          setRunning(true)
          void verbs.start()
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
          setOffer(undefined)
          setRunning(false)
        }}
      >
        <X size={18} aria-hidden="true" />
      </button>
      {running && <Performer scenario={scenario} />}
    </aside>
  )
}

/** Does what is due, each time something was observed. */
function Performer({ scenario }: { readonly scenario: Scenario }) {
  const verbs = useVerbs()
  const snapshot = useLatestSnapshot()
  const call = snapshot.call?.id
  const live = usePlayground((state) => state.phase === 'running')
  const progress = useRef<{ call: string | undefined; done: number }>({ call: undefined, done: 0 })
  useEffect(() => {
    if (!live || call === undefined) return
    if (progress.current.call !== call) progress.current = { call, done: 0 }
    const due = dueActs(scenario, progress.current.done, countsOf(snapshot))
    progress.current.done += due.length
    for (const act of due) if (!isForStart(act)) perform(act, verbs, snapshot.stage.call?.name)
  }, [scenario, snapshot, call, live, verbs])
  return null
}

/** What was switched on before anything came is switched on before the run. */
const isForStart = (act: Act): boolean => act.kind === 'fault' && act.after.n === 0

function perform(act: Act, verbs: PlaygroundVerbs, stream: StreamName | undefined): void {
  switch (act.kind) {
    case 'pull':
      verbs.pull()
      break
    case 'push':
      verbs.push()
      break
    case 'as-kept':
      verbs.askAsKept()
      break
    case 'fault': {
      const fault = FAULTS.find(({ id }) => id === act.fault)
      if (fault) verbs.setFault(fault.id, act.on, act.amount === undefined ? undefined : { amount: act.amount })
      break
    }
    case 'edit':
      verbs.editHeaders(editsOf(act, stream))
      break
    default:
      act satisfies never
  }
}

function editsOf({ header, value }: Extract<Act, { kind: 'edit' }>, stream: StreamName = 'call-2'): HeaderEdits {
  const edit: HeaderEdit = value === undefined ? { kind: 'left-out' } : { kind: 'value', value }
  switch (header) {
    case 'session':
      return { sessionId: edit }
    case 'version':
      return { protocolVersion: edit }
    case 'call':
      return { lastEventIds: { [stream]: edit } }
    case 'get':
      return { lastEventIds: { get: edit } }
    default:
      return header satisfies never
  }
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
