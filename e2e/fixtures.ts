/**
 * The `test` of every spec: as Playwright's, and it fails when anything on the page, or in a frame of it, violates the page's
 * Content-Security-Policy, even if nobody would have noticed.
 */
import { expect, test as plain } from '@playwright/test'

export { expect }

export const test = plain.extend<{ noViolations: undefined }>({
  noViolations: [
    async ({ context }, use) => {
      const violations: string[] = []
      await context.exposeFunction('tellViolation', (told: string) => void violations.push(told))
      await context.addInitScript(() => {
        document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sourceFile, lineNumber, sample }) => {
          const told = `${violatedDirective} forbids ${blockedURI} at ${sourceFile}:${lineNumber} ${sample}`
          void (window as unknown as { tellViolation(told: string): Promise<void> }).tellViolation(told)
        })
      })
      await use(undefined)
      expect(violations, 'violations of the Content-Security-Policy').toEqual([])
    },
    { auto: true },
  ],
})
