/** Faults that are on, or wait for their moment: they outlive the run in which they were set, and the next one begins with them. */
import type { FaultId } from '../../faults/faults'
import type { FaultSetting } from '../../model/run-options'

export type ArmedFaults = {
  set(fault: FaultId, on: boolean, setting?: FaultSetting): void
  /** The same list until something changes. */
  list(): readonly FaultId[]
  /** Each with its setting. */
  all(): readonly (readonly [FaultId, FaultSetting | undefined])[]
}

export function createArmedFaults(): ArmedFaults {
  const settings = new Map<FaultId, FaultSetting | undefined>()
  let list: readonly FaultId[] = []
  return {
    set(fault, on, setting) {
      if (on) settings.set(fault, setting)
      else if (!settings.delete(fault)) return
      list = [...settings.keys()]
    },
    list: () => list,
    all: () => [...settings],
  }
}
