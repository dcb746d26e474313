/**
 * Recordings with the longest content a screen meets, made from a recorded run: ids of 59 characters, as the SDK's example store writes
 * them, and hundreds of rows. They are put on stage as any recording is, so that no test waits for a run.
 */
import type { EventId, Observation } from '../../lib/protocol/observation'

type Seen = readonly Observation[]

/** Every id of `run` becomes one of 59 characters: a UUID, a time and a random end. Equal ids stay equal. */
export function withLongIds(run: Seen): Seen {
  const longer = (id: EventId) => `35c16155-400f-4a37-8acc-fdf62338f9f8_${1_795_854_767_187 + numberOf(id)}_m1kkb${endOf(id)}`
  return JSON.parse(JSON.stringify(run).replace(/\b(?:get|call-\d+)\/\d+\b/g, longer))
}

const numberOf = (id: EventId): number => Number(id.split('/')[1]) * 254
/** Three characters: the stream's, and a number. */
const endOf = (id: EventId): string => `${id.split('/')[0]?.at(-1)}${id.split('/')[1]?.padStart(2, 'c')}`

/** A countdown instead: the run as it was told until the plug was pulled, and then `count` numbers that only the server has. */
export function withManyRows(painted: Seen, count: number): Seen {
  const run: Seen = JSON.parse(JSON.stringify(painted).replaceAll('paint_picture', 'countdown'))
  const cut = run.findIndex(({ kind }) => kind === 'plug.pulled')
  const told = run.slice(0, cut + 1)
  const row = told.findLast((seen) => seen.kind === 'event.stored')
  const { at = 0, seq = 0 } = told[cut] ?? {}
  if (row?.kind !== 'event.stored') throw new Error('The recording has no stored row before its cut. Use another recording.')
  const { n, data, stream } = row
  const more = Array.from({ length: count }, (_, i): Observation => {
    const text = data
      .replace(/"progress":\d+/, `"progress":${n + i + 1}`)
      .replace(/"total":\d+/, `"total":${n + count}`)
      .replace(/"message":"[^"]*"/, `"message":"${count - i}"`)
    return { ...row, n: n + i + 1, id: `${stream}/${n + i + 1}`, data: text, at: at + 20 * (i + 1), seq: seq + i + 1 }
  })
  return [...told, ...more]
}

/** The moment of the last observation before the plug was pushed; the end where it never was. */
export function whileOut(run: Seen): number {
  const push = run.findIndex(({ kind }) => kind === 'plug.pushed')
  return run.at(push < 0 ? -1 : push - 1)?.at ?? 0
}

/** The moment when the client has row `n` of the call, plugged in. */
export function atRow(run: Seen, n: number): number {
  const rows = run.filter((seen) => seen.kind === 'event.received' && seen.data.includes(`"progress":${n},`))
  return rows[0]?.at ?? 0
}
