import { configDefaults, defineConfig } from 'vitest/config'

/** The random suites: `test/fuzz`, and files of properties. How much they draw is in test/support/random.ts. */
const RANDOM = ['test/fuzz/**/*.test.{ts,tsx}', '{components,lib}/**/*.property.test.ts']
/** They put a clock, or a language, of their own in place: what another file has left would meet it. */
const ALONE = ['lib/client/resume/backoff.test.ts', 'components/i18n/screens.test.tsx']

/**
 * Unit tests live beside their sources; e2e/ belongs to Playwright. The projects share the workers, one a core: the default leaves one of
 * two idle. Unit tests of one worker share its modules, because loading them anew for each file takes twice the time of the tests
 * themselves; what a file puts in place of a global is taken away after each of its tests. Random suites, which are long, and files with a
 * clock of their own have modules of their own.
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
          exclude: [...configDefaults.exclude, ...RANDOM, ...ALONE],
        },
      },
      { extends: true, test: { name: 'alone', include: ALONE, isolate: true } },
      { extends: true, test: { name: 'random', include: RANDOM, isolate: true } },
    ],
  },
})
