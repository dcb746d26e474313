/** What the SDK imports at once and we never use: what the browser loads does without (see the stand-in). Relative ones are the SDK's own files. */
const absent = { browser: './lib/runtime/absent.cjs' }
const ABSENT = [
  'ajv',
  'ajv-formats',
  'zod/v3',
  'zod-to-json-schema',
  './auth.js',
  '../experimental/tasks/client.js',
  '../experimental/tasks/server.js',
  '../experimental/tasks/mcp-server.js',
]

/** @type {import('next').NextConfig} */
export default {
  reactStrictMode: true,
  poweredByHeader: false,
  compress: false,
  devIndicators: false,
  turbopack: {
    resolveAlias: Object.fromEntries(ABSENT.map((name) => [name, absent])),
  },
}
