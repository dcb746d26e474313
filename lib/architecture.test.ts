/** The layout of design.md, kept: reads every source file, and proves on made-up sources that each sentence can be broken. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { check, FIRST_LOAD, FOR_TESTS, ROOMS, SHAPE, type Sources } from '../test/support/architecture/check'
import { importsOf, resolve } from '../test/support/architecture/imports'
import { RULES } from './architecture.rules'

const ROOT = join(import.meta.dirname, '..')

describe('the sources of this app', () => {
  const sources = readSources(['app', 'components', 'lib', 'test', 'e2e', 'bench', 'scripts'])

  it('are all found', () => {
    expect(sources.size).toBeGreaterThan(50)
    expect(sources.has('lib/protocol/observation.ts')).toBe(true)
  })

  it('keep every sentence of the architecture', () => {
    expect(check(sources).map(({ file, sentence, detail }) => `${file} ${detail}: ${sentence}`)).toEqual([])
  })
})

/** Every room of components/ with an import of what no component may know. */
const SCREEN_BREACHES = Object.keys(RULES)
  .filter((room) => room.startsWith('components/'))
  .map(
    (room) =>
      [
        `${room}${room === 'components/use-playground' || room === 'components/playground' ? '.tsx' : '/part.tsx'}`,
        "import { tap } from '#lib/client/tap'",
        RULES[room]?.sentence,
      ] as const,
  )

/** What breaks which sentence. */
const BREACHES: readonly (readonly [file: string, text: string, sentence: string | undefined])[] = [
  ...SCREEN_BREACHES,
  ['lib/protocol/observation.ts', "import { catalog } from '../model/tools/catalog'", RULES['lib/protocol']?.sentence],
  ['lib/streams/sleep.ts', "import { eventIdOf } from '../protocol/event-id'", RULES['lib/streams']?.sentence],
  ['lib/trace/snapshot.ts', "import { z } from 'zod'", RULES['lib/trace']?.sentence],
  ['lib/trace/snapshot.ts', "import { catalog } from '../model/tools/catalog'", RULES['lib/trace']?.sentence],
  ['lib/model/tools/catalog.ts', "import type { EventId } from '../../protocol/observation'", RULES['lib/model']?.sentence],
  ['lib/words/text.ts', "import { catalog } from '../model/tools/catalog'", RULES['lib/words']?.sentence],
  ['lib/spec/coverage.ts', "import { catalog } from '../model/tools/catalog'", RULES['lib/spec']?.sentence],
  ['lib/faults/faults.ts', "import { catalog } from '../model/tools/catalog'", RULES['lib/faults']?.sentence],
  ['lib/share/export/har.ts', "import { tap } from '../../client/tap'", RULES['lib/share']?.sentence],
  ['lib/embed/view.ts', "import { useState } from 'react'", RULES['lib/embed']?.sentence],
  ['lib/recordings/first-run.ts', "import { DEFAULT_OPTIONS } from '../playground/playground'", RULES['lib/recordings']?.sentence],
  ['lib/lessons/first.ts', "import { tap } from '../client/tap'", RULES['lib/lessons']?.sentence],
  ['lib/lessons/code/acts.ts', "import { handle } from '../01-one-post-many-events/code/server'", RULES['lib/lessons']?.sentence],
  [
    'lib/lessons/01-one-post-many-events/code/server.ts',
    "import { catalog } from '../../../model/tools/catalog'",
    RULES.snippets?.sentence,
  ],
  ['lib/event-store/memory-log.ts', "import { snapshotAt } from '../trace/snapshot'", RULES['lib/event-store']?.sentence],
  ['lib/event-store/memory-log.ts', "import { createClient } from 'redis'", RULES['lib/event-store']?.sentence],
  [
    'lib/event-store/memory-log.ts',
    "import { isJSONRPCRequest } from '@modelcontextprotocol/sdk/types.js'",
    RULES['lib/event-store']?.sentence,
  ],
  ['lib/server/session/sessions.ts', "import { randomUUID } from 'node:crypto'", RULES['lib/server']?.sentence],
  ['lib/server/session/sessions.ts', "import { createMemoryLog } from '../../event-store/memory-log'", RULES['lib/server']?.sentence],
  ['lib/server/session/sessions.ts', "import { Client } from '@modelcontextprotocol/sdk/client/index.js'", RULES['lib/server']?.sentence],
  ['lib/client/connect.ts', "import { useState } from 'react'", RULES['lib/client']?.sentence],
  ['lib/client/connect.ts', "import type { EventLog } from '../event-store/event-log'", RULES['lib/client']?.sentence],
  ['lib/client/connect.ts', "import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'", RULES['lib/client']?.sentence],
  ['lib/runtime/remote.ts', "import { createEndpoint } from '../server/endpoint'", RULES['lib/runtime']?.sentence],
  ['lib/runtime/in-page.ts', "import { Line } from '../../components/cable/line'", RULES['lib/runtime/in-page']?.sentence],
  ['lib/runtime/engine-in-page.ts', "import { createEndpoint } from '../server/endpoint'", RULES['lib/runtime/engine-in-page']?.sentence],
  ['lib/playground/playground.ts', "import { useStore } from 'zustand'", RULES['lib/playground']?.sentence],
  ['lib/playground/live-run.ts', "import { connectClient } from '../client/connect'", RULES['lib/playground']?.sentence],
  [
    'components/stage/ledger.tsx',
    "import { createPlayground } from '../../lib/playground/playground'",
    RULES['components/stage']?.sentence,
  ],
  ['components/stage/stage.tsx', "import { Story } from '../story/story'", RULES['components/stage']?.sentence],
  ['components/fates/term.tsx', "import type { Tab } from '../inspector/tabs'", RULES['components/fates']?.sentence],
  [
    'components/cable/plug/plug.tsx',
    "const { pull } = await import('../../../lib/client/network/plug')",
    RULES['components/cable']?.sentence,
  ],
  ['app/page.tsx', "import { createEndpoint } from '../lib/server/endpoint'", RULES['app pages']?.sentence],
  ['app/mcp/route.ts', "import { createPlayground } from '../../lib/playground/playground'", RULES['app handlers']?.sentence],
  ['lib/server/endpoint.ts', "import { logContract } from '../../test/contract/event-log.contract'", FOR_TESTS],
  ['lib/unheard-of/thing.ts', '', ROOMS],
  ['components/unheard-of/thing.tsx', '', ROOMS],
  ['components/loose.tsx', '', ROOMS],
  ['lib/trace/long.ts', '\n'.repeat(321), SHAPE.length],
  ['lib/trace/fold/fold.ts', 'export const now = () => Date.now()', SHAPE.pure],
  ['lib/trace/eventLog.ts', '', SHAPE.name],
  ['components/stage/Plug.tsx', '', SHAPE.name],
  ['lib/trace/fold/fold.ts', `// ${['TO', 'DO'].join('')}: later`, SHAPE.unfinished],
  ['components/cable/plug.tsx', 'export default function Plug() {}', SHAPE.exports],
  ['lib/trace/fold/fold.ts', 'const a = 1\nexport { a as default }', SHAPE.exports],
  ['app/about/page.ts', '', SHAPE.pages],
  ['app/mcp/route.tsx', '', SHAPE.pages],
]

const ALLOWED: readonly (readonly [file: string, text: string])[] = [
  ['lib/trace/snapshot.ts', "import type { Fact } from '../protocol/observation'\nimport { fold } from './fold/fold'"],
  ['lib/event-store/redis.ts', "import { createClient } from 'redis'\nimport type { EventLog } from './event-log'"],
  ['lib/event-store/sdk-event-store.ts', "import { type EventStore } from '@modelcontextprotocol/sdk/server/webStandardStreamableHttp.js'"],
  [
    'lib/server/delivery/log-delivery.ts',
    "import { CursorError } from '../../event-store/event-log'\nimport { PROTOCOL_REVISION } from '../../protocol/observation'",
  ],
  [
    'lib/playground/live-run.ts',
    "import type { Plug } from '../client/network/plug'\nconst { keptEndpoint } = await import('../client/kept-session')",
  ],
  [
    'components/stage/ledger.tsx',
    "import { useSnapshot } from '../use-playground'\nimport type { Phase } from '../../lib/playground/types'",
  ],
  ['components/use-playground.tsx', "import { useStore } from 'zustand'\nconst a = () => import('../lib/client/connect')"],
  ['app/page.tsx', "import { Stage } from '../components/stage/stage'\nimport './page.css'\nexport default function Page() {}"],
  ['app/lessons/[slug]/page.tsx', "import { readFileSync } from 'node:fs'"],
  [
    'app/mcp/route.ts',
    "import { createEndpoint } from '../../lib/server/endpoint'\nimport { log } from '../../lib/event-store/memory-log'",
  ],
  [
    'lib/server/delivery/log-delivery.test.ts',
    "import { createMemoryLog } from '../../event-store/memory-log'\nimport { randomUUID } from 'node:crypto'",
  ],
  [
    'test/fuzz/cuts.ts',
    "import { connectClient } from '../../lib/client/connect'\nimport { createEndpoint } from '../../lib/server/endpoint'",
  ],
  ['e2e/playwright.config.ts', "import { defineConfig } from '@playwright/test'\nexport default defineConfig({})"],
  ['lib/trace/fold/fold.ts', '/** No Date.now() here. */\nexport const a = 1 // nor Math.random()'],
  ['lib/trace/long.ts', '\n'.repeat(320)],
]

describe('the checker', () => {
  it.each(BREACHES)('finds what is wrong with %s: %s', (file, text, sentence) => {
    expect(check(only(file, text)).map((breach) => breach.sentence)).toContain(sentence)
  })

  it.each(ALLOWED)('finds nothing wrong with %s: %s', (file, text) => {
    expect(check(only(file, text))).toEqual([])
  })

  it('has a breach on trial for every sentence', () => {
    const tried = new Set(BREACHES.map(([, , sentence]) => sentence))
    const sentences = [...Object.values(RULES).map((rule) => rule.sentence), ...Object.values(SHAPE), FOR_TESTS, ROOMS]
    expect(sentences.filter((sentence) => !tried.has(sentence))).toEqual([])
  })

  it('follows run-time imports from a page to the SDK, and tells the way', () => {
    const sources = new Map([
      ['app/page.tsx', "import { Stage } from '../components/stage/stage'"],
      [
        'components/stage/stage.tsx',
        "import { words } from '../../lib/trace/words'\nimport type { Plug } from '../../lib/playground/playground'",
      ],
      ['lib/trace/words.ts', "import { z } from 'zod'"],
      ['lib/playground/playground.ts', "import { z } from 'zod'"],
    ])
    const found = check(sources).filter((breach) => breach.sentence === FIRST_LOAD)
    expect(found).toEqual([{ file: 'app/page.tsx', sentence: FIRST_LOAD, detail: 'components/stage/stage → lib/trace/words → zod' }])
  })

  it('reads every form of import', () => {
    const text = [
      "import a from 'a'",
      "import { b, type B } from 'b'",
      'import {\n  type C,\n  type D,\n} from "c"',
      "import type { D } from 'd'",
      "import * as e from 'e'",
      "export * from 'f'",
      "export type { G } from 'g'",
      "import 'h'",
      "const i = await import('i')",
      "type J = typeof import('j')",
      "import k, { l } from 'k'",
      "// import { m } from 'm'",
      "const n = 'export'\nexport const o = { from: 'n' }",
    ].join('\n')
    const read = importsOf(text).map(({ specifier, kind }) => `${kind} ${specifier}`)
    expect(read).toEqual([
      'value a',
      'value b',
      'type c',
      'type d',
      'value e',
      'value f',
      'type g',
      'value h',
      'lazy i',
      'type j',
      'value k',
    ])
  })

  it('resolves relative paths, the # of package.json, and packages', () => {
    expect(resolve('lib/trace/a.ts', './b')).toBe('lib/trace/b')
    expect(resolve('components/line/plug.tsx', '../../lib/trace/b.ts')).toBe('lib/trace/b')
    expect(resolve('app/page.tsx', '#lib/trace/b')).toBe('lib/trace/b')
    expect(resolve('app/page.tsx', 'zustand/vanilla')).toBe('zustand/vanilla')
  })
})

const only = (file: string, text: string): Sources => new Map([[file, text]])

function readSources(folders: readonly string[]): Sources {
  const files = folders.flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' }).map((name) => `${folder}/${name.replaceAll('\\', '/')}`),
  )
  const sources = files.filter((file) => /\.(tsx?|mjs)$/.test(file)).sort()
  return new Map(sources.map((file) => [file, readFileSync(join(ROOT, file), 'utf8')]))
}
