/**
 * What the page claims in English of one moment, held against the observations until then. A claim is a sentence that is said only when
 * something was seen; each rule reads the words and looks for that something in the trace itself, not in the facts the words were made of.
 */
import type { EpochMs, Observation } from '../../../lib/protocol/observation'
import type { Snapshot } from '../../../lib/trace/snapshot-types'

/** What stands on the page: the story as text, the goals, and what the button sends. */
export type Page = {
  readonly story: string
  readonly goals: readonly { text: string; met: boolean; note?: string }[]
  readonly pill: string
}

export type Seen = { readonly observations: readonly Observation[]; readonly snapshot: Snapshot }

type Rule = { readonly says: RegExp; readonly so: (seen: Seen, match: RegExpMatchArray) => boolean }

/** The claims of the page that are not so, each with the words. */
export function untrue(page: Page, seen: Seen): string[] {
  const story = RULES.flatMap(({ says, so }) =>
    [...page.story.matchAll(new RegExp(says, 'g'))].filter((match) => !so(seen, match)).map(([words]) => `story: ${words}`),
  )
  return [...story, ...untrueGoals(page, seen), ...untruePill(page.pill, seen)]
}

const ID = '([A-Za-z0-9_-]+/\\d+|[0-9a-f-]{36}[\\w-]*)'

const RULES: readonly Rule[] = [
  // ids
  { says: RegExp(`(?:sent|came back with|and|ID was) Last-Event-ID: ${ID}`), so: (seen, [, id = '']) => sentIds(seen).has(id) },
  { says: RegExp(`The last Last-Event-ID was ${ID}`), so: (seen, [, id = '']) => sentIds(seen).has(id) },
  { says: RegExp(`(?:sends|sends a GET with|about to send a GET with) Last-Event-ID: ${ID}`), so: (seen, [, id = '']) => isKept(seen, id) },
  { says: RegExp(`(?:instead of|had kept) ${ID}`), so: (seen, [, id = '']) => wasKept(seen, id) },
  {
    says: /looks that id up/,
    so: ({ snapshot }) => snapshot.connections.some((one) => one.lastEventId !== undefined && one.answer?.status === 200),
  },
  // loss
  {
    says: /Nothing was lost/,
    so: ({ snapshot: { ledger } }) => ledger.missing + ledger.lost + ledger.duplicated === 0,
  },
  { says: /no (?:row|word|number) twice/, so: ({ snapshot }) => snapshot.ledger.duplicated === 0 },
  { says: /came twice/, so: ({ snapshot }) => snapshot.ledger.duplicated > 0 },
  {
    says: /There was nothing to replay/,
    so: ({ snapshot }) =>
      (snapshot.stage.call?.events ?? []).every(
        ({ message, receipts }) => message.kind !== 'progress' || !receipts.some(({ replayed }) => replayed),
      ),
  },
  { says: /[Ss]tored (\d+)/, so: ({ snapshot: { ledger } }, [, n]) => Number(n) === ledger.stored - ledger.underway },
  { says: /received (\d+)/, so: ({ snapshot: { ledger } }, [, n]) => Number(n) === ledger.received },
  { says: /will never come/, so: (seen) => has(seen, ({ kind }) => kind === 'session.ended') || seen.snapshot.session?.state === 'ended' },
  // causes
  { says: /the plug was pulled|The plug was pulled/, so: (seen) => ends(seen).some(({ how, out }) => how === 'severed' && out) },
  {
    says: /the network (?:went|dropped)|The network (?:went|dropped)/,
    so: (seen) => ends(seen).some(({ how, out }) => how === 'severed' && !out),
  },
  { says: /server ended the connection/, so: (seen) => ends(seen).some(({ how }) => how === 'complete') },
  { says: /restarted, and its connections died/, so: (seen) => has(seen, ({ kind }) => kind === 'server.restarted') },
  { says: /gave the connection up/, so: (seen) => ends(seen).some(({ how }) => how === 'closed') },
  {
    says: /the page was left|The page was left/,
    so: (seen) => has(seen, (one) => one.kind === 'page.loaded' || (one.kind === 'fault.set' && one.fault === 'reload')),
  },
  { says: /another tab took/i, so: (seen) => has(seen, ({ kind }) => kind === 'run.taken') },
  { says: /The plug is in again/, so: (seen) => !isOut(seen.observations) && has(seen, ({ kind }) => kind === 'plug.pulled') },
  { says: /The plug is in, and/, so: (seen) => !isOut(seen.observations) },
  { says: /answer had arrived before you pulled/, so: answeredBeforePull },
  { says: /After (?:row|number|word) (\d+) /, so: (seen, [, n]) => wasReceived(seen, Number(n)) },
  { says: /Nobody closed anything|keeps (?:counting|painting)/, so: (seen) => isOut(seen.observations) },
  // answers
  {
    says: /(?<!be )answered (\d{3})/,
    so: (seen, [, n]) => has(seen, (one) => one.kind === 'connection.answered' && one.status === Number(n)),
  },
  { says: /It answers? 404/, so: (seen) => has(seen, (one) => one.kind === 'connection.answered' && one.status === 404) },
  { says: /call failed at once|ended the call itself/, so: ({ snapshot }) => snapshot.call?.settled?.outcome === 'error' },
  { says: /The call has its answer|The answer is here|came, and not all/, so: hasAnswer },
  {
    says: /arrived on one connection/,
    so: (seen) =>
      sentIds(seen).size === 0 ||
      !seen.snapshot.connections.some((one) => one.lastEventId?.startsWith('call-') && one.answer?.status === 200),
  },
  {
    says: /The client came back/,
    so: (seen) => seen.snapshot.connections.some(({ lastEventId, unsent }) => lastEventId !== undefined && !unsent),
  },
  { says: /asks for the rest/, so: (seen) => sentIds(seen).size > 0 },
  { says: /said with retry/, so: (seen) => has(seen, (one) => one.kind === 'event.received' && one.retry !== undefined) },
]

function untrueGoals({ goals }: Page, { snapshot }: Seen): string[] {
  const rows = (snapshot.stage.call?.events ?? []).filter(({ message }) => message.kind === 'progress')
  const twice = rows.filter(({ receipts }) => receipts.length > 1).length
  const whole = goals[1]
  const found: string[] = []
  if (whole?.met && (twice > 0 || rows.some(({ receipts }) => receipts.length === 0))) found.push(`goal met: ${whole.text}`)
  const [, have, of] = /(\d+) of (\d+)/.exec(whole?.note ?? '') ?? []
  if (have !== undefined && have === of) found.push(`goal: ${whole?.note}`)
  if (/Not yet/.test(whole?.note ?? '') && snapshot.session?.state === 'ended') found.push(`goal: ${whole?.note}`)
  if (/came twice/.test(whole?.note ?? '') && twice === 0) found.push(`goal: ${whole?.note}`)
  return found
}

/** What the button sends is kept. */
function untruePill(pill: string, seen: Seen): string[] {
  const id = /GET with Last-Event-ID: (\S+)/.exec(pill)?.[1]
  return id === undefined || isKept(seen, id) ? [] : [`pill: ${pill}`]
}

const has = ({ observations }: Seen, is: (one: Observation) => boolean): boolean => observations.some(is)

function sentIds({ observations }: Seen): ReadonlySet<string> {
  const ids = new Set<string>()
  let out = false
  for (const one of observations) {
    out = outAfter(one, out)
    const id = one.kind === 'connection.opened' ? one.headers['last-event-id'] : undefined
    if (id !== undefined && !out) ids.add(id)
  }
  return ids
}

const isKept = ({ snapshot }: Seen, id: string): boolean => Object.values(snapshot.kept.lastEventIds).includes(id)

const wasKept = (seen: Seen, id: string): boolean =>
  has(
    seen,
    (one) =>
      one.kind === 'headers.kept' && (Object.values(one.kept.lastEventIds).includes(id) || one.kept.sessionId?.startsWith(id) === true),
  )

type End = { readonly at: EpochMs; readonly how: string; readonly out: boolean }

function ends({ observations }: Seen): readonly End[] {
  let out = false
  return observations.flatMap((one): End[] => {
    out = outAfter(one, out)
    return one.kind === 'connection.ended' ? [{ at: one.at, how: one.how, out }] : []
  })
}

const isOut = (observations: readonly Observation[]): boolean => observations.reduce((out, one) => outAfter(one, out), false)

function outAfter({ kind }: Observation, out: boolean): boolean {
  return kind === 'plug.pulled' || (out && kind !== 'plug.pushed' && kind !== 'page.loaded')
}

function answeredBeforePull({ observations, snapshot }: Seen): boolean {
  const pulled = observations.findLastIndex(({ kind }) => kind === 'plug.pulled')
  return (
    snapshot.plug === 'out' &&
    observations.slice(0, pulled + 1).some(({ kind, at }) => kind === 'call.settled' && at <= (observations[pulled]?.at ?? 0))
  )
}

function hasAnswer({ snapshot }: Seen): boolean {
  return (snapshot.stage.call?.events ?? []).some(
    ({ message, receipts }) => (message.kind === 'result' || message.kind === 'error') && receipts.length > 0,
  )
}

function wasReceived({ snapshot }: Seen, n: number): boolean {
  return (snapshot.stage.call?.events ?? []).some(
    ({ message, receipts }) => message.kind === 'progress' && message.progress === n && receipts.length > 0,
  )
}
