/** The SDK imports ajv at once and our validators never use it: what the browser loads does without (see the stand-in). */
const withoutAjv = { browser: './lib/runtime/absent-ajv.cjs' }

/** @type {import('next').NextConfig} */
export default {
  reactStrictMode: true,
  poweredByHeader: false,
  compress: false,
  devIndicators: false,
  turbopack: { resolveAlias: { ajv: withoutAjv, 'ajv-formats': withoutAjv } },
}
