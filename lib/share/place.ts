/**
 * An address that opens the playground at one thing: `/?fault=yank-mid-frame` its row in the panel, `/?server=broken-random-ids` that server
 * chosen and its terms open, `/?edit=call` the menu of that kept header as soon as it can be edited. Pure. It does nothing to a run: for
 * what was done in one there are scenarios (link.ts).
 */

import { CLIENT_FAULTS, type FaultId, NETWORK_FAULTS, SERVER_FAULTS } from '../faults/faults'
import { SERVER_KINDS } from '../faults/gallery'
import type { RunOptions } from '../model/run-options'
import { encodedAgain, parameterName, withoutPunctuation } from '../protocol/http/percent'
import { type Message, msg } from '../words/message'
import type { EditedHeader } from './scenario'

export type Place =
  | { readonly kind: 'fault'; readonly fault: FaultId }
  | { readonly kind: 'server'; readonly server: RunOptions['server'] }
  | { readonly kind: 'edit'; readonly header: Exclude<EditedHeader, 'version'> }

const FAULTS: readonly FaultId[] = [...NETWORK_FAULTS, ...SERVER_FAULTS, ...CLIENT_FAULTS]
const TAGS = ['session', 'call', 'get'] as const

/** Of the playground at `home`. */
export function placeHref(home: string, place: Place): string {
  switch (place.kind) {
    case 'fault':
      return `${home}?fault=${place.fault}`
    case 'server':
      return `${home}?server=${place.server}`
    case 'edit':
      return `${home}?edit=${place.header}`
    default:
      return place satisfies never
  }
}

/** The place a query asks for; undefined for none, and for one that nobody knows. */
export function placeIn(search: string): Place | undefined {
  const asked = askedIn(search)
  const fault = FAULTS.find((id) => id === asked.get('fault'))
  if (fault) return { kind: 'fault', fault }
  const server = SERVER_KINDS.find((id) => id === asked.get('server'))
  if (server) return { kind: 'server', server }
  const header = TAGS.find((id) => id === asked.get('edit'))
  return header ? { kind: 'edit', header } : undefined
}

const CHOICES: Readonly<Record<Place['kind'], readonly string[]>> = { fault: FAULTS, server: SERVER_KINDS, edit: TAGS }

/** A sentence for each place that a query asks for and nobody knows. Other parameters are none of ours: a mail program may have added them. */
export function misreadPlaces(search: string): readonly Message[] {
  const asked = askedIn(search)
  return (Object.keys(CHOICES) as Place['kind'][]).flatMap((key) => {
    const value = asked.get(key)
    if (value === undefined || CHOICES[key].includes(value)) return []
    const shown = encodedAgain(value.slice(0, 60))
    return [msg('{key} is "{value}", which this page does not know. /coverage lists what there is.', { key, value: shown })]
  })
}

/** The parameters, however the address was written on its way. */
const askedIn = (search: string): ReadonlyMap<string, string> =>
  new Map([...new URLSearchParams(search)].map(([name, value]) => [parameterName(name), withoutPunctuation(value)]))
