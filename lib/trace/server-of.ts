/** Which server answers the run (a ServerKind), by its own word; `ours` until it has said otherwise. */
import type { Trace } from './trace'

export function serverOf({ observations }: Trace): string {
  for (const seen of observations) if (seen.kind === 'session.opened') return seen.server ?? 'ours'
  return 'ours'
}

/** A path as it may be shown while its bug is still to be found: the query would tell it. */
export function withoutBug(path: string): string {
  return path.replace(/(\bserver=broken-)[a-z-]+/, '$1…')
}
