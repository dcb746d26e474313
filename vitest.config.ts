import { configDefaults, defineConfig } from 'vitest/config'

/** The random suites: `test/fuzz`, and files of properties. How much they draw is in test/support/random.ts. */
const RANDOM = ['test/fuzz/**/*.test.ts', '{components,lib}/**/*.property.test.ts']

/**
 * Unit tests live beside their sources; e2e/ belongs to Playwright. Two projects, which share the workers: `unit` and `random`.
 * One worker a core: the default leaves one of two idle. Files of one worker share its modules, because loading them anew for each file
 * takes twice the time of the tests themselves; what a file puts in place of a global is taken away after each of its tests.
 */
export default defineConfig({
  test: {
    maxWorkers: '100%',
    pool: 'threads',
    isolate: false,
    unstubGlobals: true,
    unstubEnvs: true,
    testTimeout: 30_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['{app,components,lib,scripts,test}/**/*.test.{ts,tsx}'],
          exclude: [...configDefaults.exclude, ...RANDOM],
        },
      },
      { extends: true, test: { name: 'random', include: RANDOM } },
    ],
  },
})
