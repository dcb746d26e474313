/**
 * "Who may import whom", as data. A room is a folder; what a room may import is listed, everything else is a breach. Assets (.css, .json)
 * are no rooms. test/support/architecture/check.ts reads the import statements against it, architecture.test.ts runs that.
 */

/** Targets are rooms, files without extension, or packages; each covers what is below it. A room may always import itself. */
export type Rule = {
  readonly sentence: string
  readonly may: readonly string[]
  /** beyond `may`, types only */
  readonly types?: readonly string[]
  /** beyond `may`, types and `import()` only */
  readonly lazy?: readonly string[]
  /** wins over `may` */
  readonly never?: readonly string[]
}

export const SDK = '@modelcontextprotocol/sdk'
const SCREEN = ['react', 'react-dom', 'next', 'motion', 'lucide-react', '@tanstack/react-virtual', 'uqr']
/** Observations, event ids, JSON-RPC and event streams: the grammar of the wire, which everyone shares. */
const PROTOCOL = 'lib/protocol'

/** What every room of components/ may import of lib/. */
const PURE = [
  PROTOCOL,
  'lib/model',
  'lib/trace',
  'lib/words',
  'lib/lessons',
  'lib/faults',
  'lib/spec',
  'lib/share',
  'lib/embed',
  'lib/recordings',
]

/** A room of components/: the rooms of components/ below it, and the pure rooms of lib/. */
const screen = (room: string, ...below: readonly string[]): Rule => ({
  sentence: `components/${room} imports ${below.length > 0 ? `components/{${below.join(', ')}}, ` : ''}use-playground and the pure rooms of lib; never client, server, event-store or runtime`,
  may: [...below.map((name) => `components/${name}`), 'components/use-playground', ...PURE, ...SCREEN],
  types: ['lib/playground'],
})

const ENGINE: Rule = {
  sentence: 'the engines are the client and one runtime, as one thing to load',
  may: ['lib/client', 'lib/runtime'],
}

/** Who may import whom, room by room. Below lib/, the order is: protocol, streams, model, words, trace, then what uses them. */
export const RULES: Readonly<Record<string, Rule>> = {
  'lib/protocol': { sentence: 'lib/protocol imports lib/streams/bytes and nothing else', may: ['lib/streams/bytes'] },
  'lib/streams': { sentence: 'lib/streams is about bytes and time: it imports types of lib/protocol only', may: [], types: [PROTOCOL] },
  'lib/model': { sentence: 'lib/model is pure data: it imports nothing', may: [] },
  'lib/trace': {
    sentence: 'lib/trace is pure and says no words: it imports lib/protocol, and types of lib/faults',
    may: [PROTOCOL],
    types: ['lib/faults'],
  },
  'lib/words': {
    sentence: 'lib/words makes sentences of lib/protocol, lib/trace and lib/faults; it never imports the screen or the engines',
    may: [PROTOCOL, 'lib/trace', 'lib/faults', 'lib/spec'],
  },
  'lib/faults': {
    sentence: 'lib/faults is pure data: it imports nothing at run time but lib/protocol, the sentences of lib/spec and how words are said',
    may: [PROTOCOL, 'lib/words', 'lib/spec/sentences'],
    types: ['lib/trace', 'lib/model'],
  },
  'lib/spec': {
    sentence: 'lib/spec is the specification as data: it imports lib/protocol and how words are said',
    may: [PROTOCOL, 'lib/words'],
    types: ['lib/faults', 'lib/lessons'],
  },
  'lib/share': {
    sentence: 'lib/share imports lib/protocol, lib/trace, lib/faults, lib/model and lib/words; never client, server or components',
    may: [PROTOCOL, 'lib/trace', 'lib/faults', 'lib/model', 'lib/words'],
    types: ['lib/playground'],
  },
  'lib/embed': {
    sentence:
      'lib/embed imports lib/protocol, lib/trace, lib/share, lib/faults, lib/lessons and lib/words; never client, server or components',
    may: [PROTOCOL, 'lib/trace', 'lib/share', 'lib/faults', 'lib/lessons', 'lib/words', 'lib/model'],
    types: ['lib/playground'],
  },
  'lib/recordings': { sentence: 'lib/recordings imports lib/trace and recorded files', may: ['lib/trace'], types: [PROTOCOL] },
  'lib/lessons': {
    sentence:
      'lib/lessons imports lib/protocol, lib/trace, lib/model, lib/faults, lib/spec and lib/words; never client, server or components',
    may: [PROTOCOL, 'lib/trace', 'lib/model', 'lib/faults', 'lib/spec', 'lib/words'],
    types: ['lib/playground'],
  },
  snippets: {
    sentence: 'the code shown beside the stage (lib/lessons/01-…/code to 12-…/code) imports the SDK, zod, node:fs and other shown code',
    may: [SDK, 'zod', 'node:fs'],
  },
  'lib/event-store': {
    sentence:
      'lib/event-store imports lib/protocol, lib/streams and types of the SDK; never React, the DOM, server or client; a driver only in its file',
    may: [PROTOCOL, 'lib/streams'],
    types: [SDK],
  },
  'lib/server': {
    sentence:
      'lib/server imports lib/protocol, lib/streams, lib/model, the event-store contract, the SDK server and zod; never node:*, client or a concrete log',
    may: [PROTOCOL, 'lib/streams', 'lib/event-store', 'lib/model', 'lib/faults', SDK, 'zod', '@cfworker/json-schema'],
    never: [
      'lib/event-store/memory-log',
      'lib/event-store/redis',
      `${SDK}/client`,
      `${SDK}/server/streamableHttp.js`,
      `${SDK}/server/express.js`,
    ],
  },
  'lib/client': {
    sentence: 'lib/client imports lib/protocol, lib/streams, the SDK client and zod; never React, server or event-store',
    may: [PROTOCOL, 'lib/streams', 'lib/model', 'lib/faults', SDK, 'zod', '@cfworker/json-schema'],
    types: ['lib/runtime/runtime'],
    never: [`${SDK}/server`],
  },
  'lib/runtime': {
    sentence:
      'lib/runtime imports lib/protocol, lib/streams and the platform only; in-page is the one file where client side meets server side',
    may: [PROTOCOL, 'lib/streams'],
    types: ['lib/faults', 'lib/model'],
  },
  'lib/runtime/in-page': {
    sentence: 'lib/runtime/in-page imports the server and the memory log',
    may: ['lib/runtime', PROTOCOL, 'lib/streams', 'lib/model', 'lib/server', 'lib/event-store'],
  },
  'lib/runtime/engine-http': ENGINE,
  'lib/runtime/engine-in-page': ENGINE,
  'lib/playground': {
    sentence:
      'lib/playground imports protocol, trace, lessons, model, words and zustand/vanilla, and loads client and runtime lazily; never React or server',
    may: [
      PROTOCOL,
      'lib/streams',
      'lib/trace',
      'lib/lessons',
      'lib/model',
      'lib/faults',
      'lib/words',
      'lib/runtime/home',
      'zustand/vanilla',
    ],
    lazy: ['lib/client', 'lib/runtime'],
  },
  'components/shared': screen('shared'),
  'components/i18n': screen('i18n', 'shared'),
  'components/fates': screen('fates', 'shared', 'i18n'),
  'components/tool-view': screen('tool-view', 'shared', 'i18n', 'fates'),
  'components/cable': screen('cable', 'shared', 'i18n', 'fates'),
  'components/kept-headers': screen('kept-headers', 'shared', 'i18n', 'fates', 'tool-view', 'cable'),
  'components/timeline': screen('timeline', 'shared', 'i18n', 'fates'),
  'components/print': screen('print', 'shared', 'i18n', 'fates', 'tool-view', 'timeline'),
  'components/stage': screen('stage', 'shared', 'i18n', 'fates', 'tool-view', 'cable', 'kept-headers', 'timeline'),
  'components/faults': screen('faults', 'shared', 'i18n', 'stage'),
  'components/inspector': screen('inspector', 'shared', 'i18n', 'fates', 'tool-view', 'faults'),
  'components/story': screen('story', 'shared', 'i18n', 'fates', 'tool-view', 'stage', 'faults'),
  'components/share': screen('share', 'shared', 'i18n', 'stage'),
  'components/app-bar': screen('app-bar', 'shared', 'i18n', 'share'),
  'components/lesson-list': screen('lesson-list', 'shared', 'i18n', 'app-bar'),
  'components/lesson': screen(
    'lesson',
    'shared',
    'i18n',
    'fates',
    'tool-view',
    'timeline',
    'print',
    'stage',
    'faults',
    'inspector',
    'app-bar',
    'lesson-list',
  ),
  'components/classroom': screen('classroom', 'shared', 'i18n', 'fates', 'tool-view', 'timeline', 'stage', 'app-bar', 'lesson'),
  'components/coverage': screen('coverage', 'shared', 'i18n', 'app-bar'),
  'components/embed': screen('embed', 'shared', 'i18n', 'fates', 'tool-view', 'timeline', 'print', 'stage', 'share'),
  'components/playground': screen(
    'playground',
    'shared',
    'i18n',
    'fates',
    'tool-view',
    'timeline',
    'print',
    'stage',
    'faults',
    'inspector',
    'story',
    'share',
    'app-bar',
  ),
  'components/use-playground': {
    sentence: 'components/use-playground is the only seam to the playground and zustand, and loads client and runtime lazily',
    may: ['components/shared', 'components/i18n', ...PURE, ...SCREEN, 'lib/playground', 'lib/runtime/home', 'zustand'],
    lazy: ['lib/client', 'lib/runtime'],
  },
  'app pages': {
    sentence: 'app pages import components, lessons, recordings, traces, fonts, and sources as text; never server or client',
    may: ['components', ...PURE, 'node:fs', 'node:path', '@fontsource-variable', ...SCREEN],
    types: ['lib/playground'],
  },
  'app handlers': {
    sentence: 'app route handlers import lib/server, lib/event-store and lib/embed; never components, client or playground',
    may: ['lib/server', 'lib/event-store', 'lib/embed', 'lib/model', PROTOCOL, 'next', 'node:'],
  },
}
