/** What only pages say that are made on the server, in German: the table of the specification's rules, and the site's description. */
import type { Catalogue } from '../../t'
import { COVERAGE } from './coverage'
import { SENDING } from './sending'
import { SESSIONS } from './sessions'
import { SITE } from './site'
import { STREAMS } from './streams'

/** No two know the same words. */
export const PAGE_PARTS: readonly Catalogue[] = [SITE, COVERAGE, SENDING, SESSIONS, STREAMS]
