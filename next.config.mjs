/**
 * One app, two builds: with its server (`next build`), and as static files (PTP_STATIC=1, see scripts/build-static.mjs). The first one can
 * also leave a folder with all it needs and nothing else (PTP_STANDALONE=1, see the Dockerfile).
 */
import { EVERYWHERE, NO_PAGE, PUBLIC_FILES } from './scripts/headers.mjs'

/** What the SDK imports at once and we never use: what the browser loads does without (see the stand-in). Relative ones are the SDK's own files. */
const absent = { browser: './lib/runtime/absent.cjs' }
export const ABSENT = [
  'ajv',
  'ajv-formats',
  '@cfworker/json-schema',
  'zod/v3',
  'zod-to-json-schema',
  './auth.js',
  '../experimental/tasks/client.js',
  '../experimental/tasks/server.js',
  '../experimental/tasks/mcp-server.js',
]
const resolveAlias = Object.fromEntries(ABSENT.map((name) => [name, absent]))

/** Static files: route handlers (.ts) vanish, every page is a folder, and no link is followed by fetching. */
const asFiles = {
  headers: undefined,
  output: 'export',
  distDir: '.next-static',
  trailingSlash: true,
  pageExtensions: ['tsx'],
  env: { NEXT_PUBLIC_PTP_SERVER: 'none', NEXT_PUBLIC_PTP_SITE: process.env.PTP_SITE ?? '' },
  turbopack: { resolveAlias: { ...resolveAlias, 'next/link': './components/shared/plain-link.tsx' } },
}

const listed = (headers) => Object.entries(headers).map(([key, value]) => ({ key, value }))

/** @type {import('next').NextConfig} The policy of each page is added after the build: scripts/page-headers.mjs. */
export default {
  reactStrictMode: true,
  poweredByHeader: false,
  compress: false,
  devIndicators: false,
  turbopack: { resolveAlias },
  headers: async () => [
    { source: '/:path*', headers: listed(EVERYWHERE) },
    { source: '/(mcp|observations|faults|health|oembed)', headers: listed(NO_PAGE) },
    { source: '/(_next/static|embed)/:path*', headers: listed(PUBLIC_FILES) },
  ],
  ...(process.env.PTP_STANDALONE === '1' && { output: 'standalone' }),
  ...(process.env.PTP_STATIC === '1' && asFiles),
}
