/**
 * Tells zod not to compile its parsers with `new Function`, so that a page may forbid eval. Import it before anything of the SDK.
 */
import { z } from 'zod'

z.config({ jitless: true })
