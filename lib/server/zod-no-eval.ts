/**
 * Import this before anything that uses zod. In a page whose Content-Security-Policy forbids `eval`, zod's probe for it would be
 * reported as a violation; on a server the compiled parsers are faster, so they stay.
 */
import { config } from 'zod'

if ('document' in globalThis) config({ jitless: true })
