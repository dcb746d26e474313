/**
 * The options of a run of one's own, from `?s=`: what a shared link has after its `#`. What is done to the run when is left to the reader of
 * an embed. Loaded only where the address asks for it.
 */
import { CLIENT_FAULTS, NETWORK_FAULTS, SERVER_FAULTS } from '../../lib/faults/faults'
import type { RunOptions } from '../../lib/playground-types'
import { readLink } from '../../lib/share/link'
import { PICTURES } from '../../lib/tools/pictures'

const KNOWN = {
  pictures: PICTURES.map(({ name }) => name),
  faults: [...NETWORK_FAULTS, ...SERVER_FAULTS, ...CLIENT_FAULTS],
}

/** The options in `custom`, with what it does not say as `usual` has it; undefined when it cannot be read. */
export function customOptions(custom: string, usual: RunOptions): Partial<RunOptions> | undefined {
  const read = readLink(`#${custom}`, { ...KNOWN, usual })
  return read.kind === 'scenario' ? read.scenario.options : undefined
}
