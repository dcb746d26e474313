/**
 * For tests: stands in for Vitest where a test file is bundled for a page. The same `expect` (its own package), and a `test` that gathers;
 * `run` runs what was gathered. Enough for the fuzz suite, no more.
 */
import { JestChaiExpect, JestExtend, setState } from '@vitest/expect'
import * as chai from 'chai'

chai.use(JestExtend)
chai.use(JestChaiExpect)
export const expect = ((value: unknown, message?: string) => chai.expect(value, message)) as unknown as typeof import('vitest').expect
setState({ assertionCalls: 0 }, expect)

type Work = () => unknown
const tests: { readonly title: string; readonly work: Work }[] = []
const after: Work[] = []

export const describe = (_: string, group: Work) => group()
export const test = (title: string, work: Work) => void tests.push({ title, work })
export const afterAll = (work: Work) => void after.push(work)

/** Runs everything, one after the other. Returns the titles that passed; throws at the first that fails. */
export async function run(): Promise<string[]> {
  for (const { title, work } of tests) {
    await Promise.resolve(work()).catch((error: unknown) => {
      throw new Error(`${title}\n${error instanceof Error ? (error.stack ?? error.message) : String(error)}`)
    })
  }
  for (const work of after) await work()
  return tests.map(({ title }) => title)
}
