/**
 * What a run is started with, and what is known of it from outside: types and data. The playground holds them; links, embeds, lessons and
 * components speak of them without knowing it.
 */

export const TOOL_NAMES = ['paint_picture', 'tell_story', 'countdown'] as const
export type ToolName = (typeof TOOL_NAMES)[number]

/**
 * Which server answers a session, chosen by `?server=` on the URL of initialize: ours, the SDK's own replay over our log, the SDK's own
 * replay over its example store, or one that is broken on purpose (`broken-<bug>`, see lib/faults/gallery.ts).
 */
export type ServerKind = 'ours' | 'sdk' | 'sdk-example' | `broken-${string}`

/** Where the server is: reached over HTTP, or in this page. */
export type Home = 'http' | 'in-page'

/** What a link can carry: everything but where the server is. */
export type SharedOptions = {
  readonly tool: ToolName
  /** which picture `paint_picture` paints (see PICTURES in tools/pictures.ts) */
  readonly picture: string
  /** milliseconds between two messages of the tool */
  readonly delay: number
  /** false: the server keeps no event log, so no ids and no replay */
  readonly resumability: boolean
  readonly server: ServerKind
  /** `json`: calls are answered with one JSON body instead of a stream, so that nothing can be resumed */
  readonly answer: 'stream' | 'json'
  /** true: the client remembers event ids and drops repetitions before the application sees them */
  readonly dropsDuplicates: boolean
}

export type RunOptions = SharedOptions & {
  /** undefined until the reader chooses, or a run was started and it chose itself */
  readonly home?: Home
}

/** What a run is started with when nothing else is said. A link leaves it out, so changing it would change what old links mean. */
export const DEFAULT_OPTIONS: SharedOptions = {
  tool: 'paint_picture',
  picture: 'lighthouse',
  delay: 250,
  resumability: true,
  server: 'ours',
  answer: 'stream',
  dropsDuplicates: true,
}

/** How a fault is to strike, where there is a choice. */
export type FaultSetting = {
  /** `slow`: bytes a second; `idle-proxy`: milliseconds of silence it allows; `evict`: events it leaves */
  readonly amount?: number
  /** `idle-proxy`: the server sends comments often enough */
  readonly keepAlive?: boolean
}

export type Phase =
  /** the bundled recorded run is on stage; nothing has been started */
  | 'recorded'
  /** connecting and calling the tool */
  | 'starting'
  /** a tool is running (plug in or out) */
  | 'running'
  /** the call has its answer, or failed with a reason (see problem) */
  | 'settled'
