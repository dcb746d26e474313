/**
 * Tells zod not to compile its parsers with `new Function`, so that a page may forbid eval. Import it before anything of the SDK.
 */
import { config } from 'zod'

config({ jitless: true })
