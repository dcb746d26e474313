/** The table of the specification's rules in German: for its page alone, which is made on the server. */
import type { Catalogue } from '../../t'
import { PAGE } from './page'
import { SENDING } from './sending'
import { SESSIONS } from './sessions'
import { STREAMS } from './streams'

export const COVERAGE: Catalogue = { ...PAGE, ...SENDING, ...SESSIONS, ...STREAMS }
