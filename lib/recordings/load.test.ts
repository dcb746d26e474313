import { expect, it } from 'vitest'
import { SCENARIOS } from '../embed/scenarios/scenarios'
import { loadRecorded } from './load'
import { recordedFor } from './scenarios'

it.each([...SCENARIOS.map(({ name }) => name), 'nobody'])(
  'the run that is loaded for %s is the one its page was built with',
  async (name) => {
    expect(await loadRecorded(name)).toEqual(recordedFor(name))
  },
)
