/**
 * One app, two builds: with its server (`next build`), and as static files (PTP_STATIC=1, see scripts/static/build.mjs). The first one can
 * also leave a folder with all it needs and nothing else (PTP_STANDALONE=1, see the Dockerfile).
 */
import { ABSENT_FILES, ABSENT_PACKAGES, checkAbsentFiles, STAND_IN } from './scripts/build/absent.mjs'
import { EVERYWHERE, NO_PAGE, PUBLIC_FILES } from './scripts/build/headers.mjs'

checkAbsentFiles()

/** Packages are left out by their name; files of the SDK by their path, so that no other package's `./auth.js` is meant. */
const turbopack = {
  resolveAlias: Object.fromEntries(ABSENT_PACKAGES.map((name) => [name, { browser: `./${STAND_IN}` }])),
  rules: Object.fromEntries(
    ABSENT_FILES.map((path) => [
      `**/${path}`,
      { condition: /** @type {const} */ ('browser'), loaders: ['./scripts/build/absent-loader.cjs'], as: '*.cjs' },
    ]),
  ),
}

/**
 * Static files: route handlers (.ts) vanish, every page is a folder, and no link is followed by fetching. Next works in a folder of its own
 * and adds that folder's types to the tsconfig.json it is given; types are checked by the other build.
 * @type {import('next').NextConfig}
 */
const asFiles = {
  headers: undefined,
  distDir: '.next-files',
  trailingSlash: true,
  pageExtensions: ['tsx'],
  typescript: { tsconfigPath: 'scripts/static/tsconfig.json', ignoreBuildErrors: true },
  env: { NEXT_PUBLIC_PTP_SERVER: 'none', NEXT_PUBLIC_PTP_SITE: process.env.PTP_SITE ?? '' },
  turbopack: { ...turbopack, resolveAlias: { ...turbopack.resolveAlias, 'next/link': './components/shared/plain-link.tsx' } },
}

/** @param {Readonly<Record<string, string>>} headers */
const listed = (headers) => Object.entries(headers).map(([key, value]) => ({ key, value }))

/** @type {import('next').NextConfig} The policy of each page is added after the build: scripts/build/page-headers.mjs. */
export default {
  reactStrictMode: true,
  poweredByHeader: false,
  compress: false,
  devIndicators: false,
  turbopack,
  headers: async () => [
    { source: '/:path*', headers: listed(EVERYWHERE) },
    { source: '/(mcp|observations|faults|health|oembed)', headers: listed(NO_PAGE) },
    { source: '/(_next/static|embed)/:path*', headers: listed(PUBLIC_FILES) },
  ],
  ...(process.env.PTP_STANDALONE === '1' && { output: /** @type {const} */ ('standalone') }),
  ...(process.env.PTP_STATIC === '1' && asFiles),
}
