/**
 * Every bug of the gallery over the real server and the real client, brought to light as the gallery says: the diagnosis of the trace names
 * that bug and no other. What is missing, repeated or foreign is computed, never said here.
 */
import { afterEach, describe, expect, test } from 'vitest'
import { BUGS, type BugId, GALLERY } from '../../lib/faults/gallery'
import { BROKEN_SERVERS } from '../../lib/server/broken/broken-servers'
import { diagnose } from '../../lib/trace/diagnosis/diagnosis'
import { findingSentence, SPEC } from '../../lib/words/run/findings'
import { ENGLISH } from '../../lib/words/t'
import { cutCalls, ENDPOINT, type Life, turnsUntil } from './harness'
import { createTraced, type Traced } from './traced'

let traced: Traced
let close = async () => {}
afterEach(() => close())

const STEPS = 60

/** A page whose session is served by this kind of server. */
function open(server: string): Promise<Life> {
  traced = createTraced()
  close = traced.close
  const endpoint = new URL(ENDPOINT)
  endpoint.searchParams.set('server', server)
  return traced.begin({ endpoint })
}

const isDone = () => traced.bench.server.some((fact) => fact.kind === 'stream.completed' && fact.stream === 'call-2')
const stored = (stream: string) => traced.bench.server.filter((fact) => fact.kind === 'event.stored' && fact.stream === stream).length

/** The test's own tool also speaks on the standalone stream; a tool of the playground does not. */
const TOOLS = ['work', 'countdown'] as const
let tool: (typeof TOOLS)[number] = 'work'

function start(life: Life): { readonly progress: number[] } {
  if (tool === 'work') return life.call('a', STEPS)
  const progress: number[] = []
  const onProgress = (step: { progress: number }) => void progress.push(step.progress)
  life.client.callTool({ call: 'a', tool, args: { from: STEPS, delay: 10 }, onProgress }).catch(() => {})
  return { progress }
}

async function running(life: Life, seen = 6) {
  const run = start(life)
  await turnsUntil(() => run.progress.length >= seen, `${seen} progress messages`)
  return run
}

async function cutFor(life: Life, events: number): Promise<void> {
  life.plug.pull()
  const before = stored('call-2')
  await turnsUntil(() => stored('call-2') >= before + events, `${events} more events stored`)
  life.plug.push()
}

const PROVOKE: Readonly<Record<BugId, (life: Life) => Promise<void>>> = {
  'replays-nothing': cutInTheMiddle,
  'across-streams': cutInTheMiddle,
  'random-ids': cutInTheMiddle,
  'from-the-start': cutInTheMiddle,
  'handoff-gap': cutInTheMiddle,
  'never-ends': cutInTheMiddle,
  'no-priming': cutInTheMiddle,
  async 'response-cleared'(life) {
    await running(life)
    life.plug.pull()
    await turnsUntil(isDone, 'the response is stored')
    life.plug.push()
  },
  async 'taken-when-written'(life) {
    // The cable is cut in the middle of a frame: written, and never received.
    cutCalls(life, [1500])
    start(life)
    await turnsUntil(() => life.plug.state === 'out', 'cut')
    const before = stored('call-2')
    await turnsUntil(() => stored('call-2') >= before + 6, 'more events stored')
    life.plug.push()
  },
  async 'stale-cursor'(life) {
    await running(life)
    life.plug.pull()
    const before = stored('call-2')
    await turnsUntil(() => stored('call-2') >= before + 20, 'more events stored')
    await traced.control(life, { fault: 'evict', leave: 2 })
    life.plug.push()
  },
  async 'shifting-position'(life) {
    await running(life, 12)
    await traced.control(life, { fault: 'evict', leave: 8 })
    await cutFor(life, 2)
  },
  async 'survives-delete'(life) {
    await running(life)
    await traced.control(life, { fault: 'end', how: 'deleted' })
  },
}

async function cutInTheMiddle(life: Life): Promise<void> {
  await running(life)
  await cutFor(life, 12)
}

/** Lets the tool come to its end, and what is still to come arrive. */
async function rest(): Promise<void> {
  const isEnded = () => traced.bench.server.some(({ kind }) => kind === 'session.ended')
  await turnsUntil(() => isDone() || isEnded(), 'the tool is done', 20_000)
  await traced.pass(6000)
}

describe('the gallery', () => {
  test('has at least eight bugs, each with a server, a public reference, a symptom and a sentence of the specification', () => {
    expect(BUGS.length).toBeGreaterThanOrEqual(8)
    expect(Object.keys(BROKEN_SERVERS)).toEqual([...BUGS])
    for (const id of BUGS) {
      const bug = GALLERY[id]
      expect(bug.id).toBe(id)
      expect(bug.reference.url).toMatch(/^https:\/\/github\.com\/[\w.-]+\/[\w.-]+\/(issues|pull)\/\d+$/)
      for (const text of [bug.title, bug.sentence, bug.symptom, bug.spec.says, bug.provoke.how]) expect(text.length).toBeGreaterThan(10)
    }
    expect(new Set(BUGS.map((id) => GALLERY[id].reference.url)).size).toBe(BUGS.length)
  })

  test.each(TOOLS.flatMap((each) => BUGS.map((bug) => [bug, each] as const)))(
    '%s, with the tool %s, is named by the diagnosis of its trace, and nothing else is',
    async (bug, each) => {
      tool = each
      const life = await open(`broken-${bug}`)
      await PROVOKE[bug](life)
      await rest()
      const { bugs, findings } = diagnose(traced.snapshot())
      expect({ bugs, findings: findings.map((finding) => findingSentence(finding, ENGLISH)) }).toEqual({
        bugs: [bug],
        findings: expect.anything(),
      })
      const keys = new Set(traced.snapshot().streams.flatMap(({ events }) => events.map(({ key }) => key)))
      for (const { kind, events, connections } of findings) {
        expect(connections.length).toBeGreaterThan(0)
        for (const key of events) expect(keys).toContain(key)
        expect(SPEC[kind].says.length).toBeGreaterThan(20)
      }
    },
  )

  test.each(BUGS)('the same provocation of %s finds nothing in our own server', async (bug) => {
    tool = 'work'
    const life = await open('ours')
    await PROVOKE[bug](life)
    await rest()
    expect(diagnose(traced.snapshot()).findings).toEqual([])
  })
})
