/** What the learner breaks: faults of the network, the server and the page, the headers of the next resume, and its wait. */
import type { FaultId } from '../faults/faults'
import { type Parts, saveTrace } from './run-verbs'
import type { Page, PlaygroundVerbs } from './types'

type FaultVerbs = Pick<PlaygroundVerbs, 'setFault' | 'editHeaders' | 'askAsKept' | 'freezeWait'>
type FaultParts = Pick<Parts, 'store' | 'run' | 'delivery' | 'playhead' | 'storage' | 'page'>

export function createFaultVerbs(parts: FaultParts): FaultVerbs {
  const { store, run, delivery, playhead } = parts
  const { getState, setState } = store
  return {
    setFault(fault, on, setting) {
      playhead.seek('now')
      if (isPageFault(fault)) {
        if (on) breakPage(parts, fault)
        return
      }
      if (fault === 'json-answer') setState({ options: { ...getState().options, answer: on ? 'json' : 'stream' } })
      else run.setFault(fault, on, setting)
      setState({ armed: run.armed() })
      delivery.flush()
    },
    editHeaders(edits) {
      run.editHeaders(edits)
      setState({ edits })
    },
    askAsKept() {
      playhead.seek('now')
      setState({ edits: undefined })
      run.editHeaders(undefined)
      run.askAgain()
    },
    freezeWait(frozen) {
      run.freezeWait(frozen)
      setState({ frozen })
    },
  }
}

/** What a page does to itself, and the verb that does it. */
const PAGE_VERBS = { reload: 'reload', 'second-tab': 'openTab', 'close-tab': 'closeTab' } as const satisfies Partial<
  Record<FaultId, keyof Page>
>
type PageFault = keyof typeof PAGE_VERBS

const isPageFault = (fault: FaultId): fault is PageFault => fault in PAGE_VERBS

function breakPage({ page, ...parts }: FaultParts, fault: PageFault): void {
  if (!page) return
  // A browser may leave the tab open: then the learner closes it.
  const armed = fault === 'close-tab'
  const detail = armed ? { detail: { code: 'close-tab' } as const } : {}
  parts.delivery.record({ kind: 'fault.set', fault, state: armed ? 'armed' : 'struck', ...detail })
  saveTrace(parts)
  page[PAGE_VERBS[fault]]()
}
