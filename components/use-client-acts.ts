'use client'
/** The faults that are the page's own doing: it is loaded anew, left and found again, or opened twice. All real; nothing is pretended. */
import type { FaultId } from '../lib/faults/faults'
import { useVerbs } from './use-playground'

/** How long one is away before one comes back. */
const AWAY = 3000

export function useClientActs(): Partial<Record<FaultId, () => void>> {
  const verbs = useVerbs()
  return {
    reload() {
      verbs.save()
      location.reload()
    },
    'close-tab'() {
      verbs.save()
      verbs.leave()
      setTimeout(() => location.reload(), AWAY)
    },
    // the new tab begins with a copy of this tab's storage: with the same kept headers
    'second-tab'() {
      verbs.save()
      window.open(location.pathname, '_blank', 'popup=false')
    },
  }
}
