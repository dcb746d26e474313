/**
 * The keys of everything this app writes to a browser's storage. Data; imports nothing. Renaming a key loses what readers have stored.
 */

/** Session storage: what the client keeps of its session (lib/client/kept-session.ts). */
export const KEPT_KEY = 'pull-the-plug.kept'
/** Session storage: the client's side of the trace. */
export const TRACE_KEY = 'pull-the-plug/trace/2'
/** Session storage: where pages kept it whose reasons were sentences (recordings of version 2 and before). */
export const OLD_TRACE_KEY = 'pull-the-plug/trace/1'
/** Session storage: the state of a server that lives in the page. */
export const SERVER_KEY = 'pull-the-plug.server'
/** Session storage: when the run began that the present step of a lesson was played with. */
export const SHOWN_RUN_KEY = 'pull-the-plug.shown-run'
/** Local storage: `<prefix><session>`, which tab goes on with a session. */
export const OWNER_PREFIX = 'pull-the-plug/owner/'
/** Local storage: `<prefix><token>`, what a tab that was closed left for the next one. */
export const LEFT_PREFIX = 'pull-the-plug/left/'
/** Session storage: the name of what this tab left in the local storage. */
export const LEFT_POINTER_KEY = 'pull-the-plug/left'
/** Local storage: how far a learner is. */
export const PROGRESS_KEY = 'pull-the-plug.progress'
/** Local storage: the chosen theme. */
export const THEME_KEY = 'theme'
