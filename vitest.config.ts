import { defineConfig } from 'vitest/config'

/** Unit and property tests live beside their sources; e2e/ belongs to Playwright. One worker a core: the default leaves one of two idle. */
export default defineConfig({
  test: { include: ['{app,components,lib,scripts,test}/**/*.test.{ts,tsx}'], maxWorkers: '100%', testTimeout: 30_000 },
})
