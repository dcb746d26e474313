/**
 * Says the acts of a scenario: "pulled after 3 received". One set of words, for shared links, embeds, and whatever else tells what will be
 * done to a run.
 */
import { FAULTS } from '../faults/fault-list'
import { msg } from '../words/message'
import type { Translate } from '../words/t'
import type { Act, EditedHeader } from './scenario'

/** All acts as one sentence, "Plug pulled after 3 received, plugged back in after 6 stored."; '' when there are none. */
export function actsText(acts: readonly Act[], t: Translate): string {
  const said = acts.map((act) => `${doneText(act, t)} ${momentText(act, t)}`).join(', ')
  return said === '' ? '' : `${said.charAt(0).toUpperCase()}${said.slice(1)}.`
}

function momentText({ after: { count, n } }: Act, t: Translate): string {
  if (n === 0) return t('from the start')
  return t(count === 'received' ? 'after {n} received' : 'after {n} stored', { n })
}

function doneText(act: Act, t: Translate): string {
  switch (act.kind) {
    case 'pull':
      return t('plug pulled')
    case 'push':
      return t('plugged back in')
    case 'as-kept':
      return t('asked again as kept')
    case 'fault': {
      const fault = t(FAULTS.find(({ id }) => id === act.fault)?.title ?? act.fault)
      return act.on ? fault : t('{fault} off', { fault })
    }
    case 'edit':
      return t(act.value === undefined ? msg('{header} left out') : msg('{header} changed'), { header: HEADERS[act.header] })
    default:
      return act satisfies never
  }
}

const HEADERS: Readonly<Record<EditedHeader, string>> = {
  session: 'Mcp-Session-Id',
  version: 'MCP-Protocol-Version',
  call: 'Last-Event-ID',
  get: 'Last-Event-ID',
}
