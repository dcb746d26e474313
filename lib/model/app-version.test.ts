import { expect, it } from 'vitest'
import { version } from '../../package.json'
import { APP_VERSION } from './app-version'

it('the version that the app states is that of package.json', () => {
  expect(APP_VERSION).toBe(version)
})
