/**
 * The headers of every class of page, in one table: who may frame it, what it may load, what it may do. Used by next.config.mjs, by the
 * builds (which add the hashes of inline scripts), and by the tests that assert the table. Data and text; it reads nothing.
 */
import { createHash } from 'node:crypto'

/** @typedef {'page' | 'embed'} PageClass */

/** Only an embed may be framed, by anyone; it is made to be. @param {string} path @returns {PageClass} */
export const classOf = (path) => (/^\/embed(\/|$)/.test(path) ? 'embed' : 'page')

const PERMISSIONS = ['camera', 'display-capture', 'geolocation', 'microphone', 'midi', 'payment', 'publickey-credentials-get', 'usb']

/**
 * The Content-Security-Policy of a page. Inline scripts are Next's own and are named by their hashes; there is no `unsafe-eval`, and no
 * other origin. Style attributes are what React sets on elements; style elements and sheets come from here only.
 * @param {PageClass} kind @param {readonly string[]} hashes
 */
export function policyOf(kind, hashes) {
  const directives = {
    'default-src': ["'none'"],
    'script-src': ["'self'", ...hashes.map((hash) => `'${hash}'`)],
    'style-src': ["'self'"],
    'style-src-attr': ["'unsafe-inline'"],
    'font-src': ["'self'"],
    'img-src': ["'self'", 'data:', 'blob:'],
    'connect-src': ["'self'"],
    'frame-src': ["'self'"],
    'manifest-src': ["'self'"],
    'base-uri': ["'none'"],
    'form-action': ["'self'"],
    'frame-ancestors': [kind === 'embed' ? '*' : "'none'"],
  }
  return Object.entries(directives).map(([name, sources]) => `${name} ${sources.join(' ')}`)
}

/** The same in a page's own `<meta>`, where a policy may not say who frames it. @param {PageClass} kind @param {readonly string[]} hashes */
export const metaPolicyOf = (kind, hashes) => policyOf(kind, hashes).filter((directive) => !directive.startsWith('frame-ancestors'))

/** What every answer carries, whatever it is. @type {Readonly<Record<string, string>>} */
export const EVERYWHERE = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'same-origin',
  'Permissions-Policy': [...PERMISSIONS.map((name) => `${name}=()`), 'browsing-topics=()'].join(', '),
}

/** Beside the policy. An embed is in other people's frames, so it neither refuses them nor asks for a window of its own. @param {PageClass} kind @returns {Readonly<Record<string, string>>} */
export const besidePolicy = (kind) => (kind === 'embed' ? {} : { 'X-Frame-Options': 'DENY', 'Cross-Origin-Opener-Policy': 'same-origin' })

/** For what is no page (the endpoints): nothing may be loaded or framed, should a browser ever show it. @type {Readonly<Record<string, string>>} */
export const NO_PAGE = { 'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'", 'X-Frame-Options': 'DENY' }

/** Scripts and fonts of an embed in a sandbox are asked for from the origin `null`, and the element from the author's. They are public. @type {Readonly<Record<string, string>>} */
export const PUBLIC_FILES = { 'Access-Control-Allow-Origin': '*', 'Cross-Origin-Resource-Policy': 'cross-origin' }

/** The hashes of a page's inline scripts, each once. @param {string} html */
export function inlineScriptHashes(html) {
  const inline = [...html.matchAll(/<script\b([^>]*)>([\s\S]*?)<\/script>/g)].filter(([, attributes]) => runs(attributes ?? ''))
  return [...new Set(inline.map(([, , text]) => hashOf(text ?? '')))]
}

/** Data blocks (`application/json`) are not scripts. @param {string} attributes */
const runs = (attributes) => !/\bsrc=/.test(attributes) && !/\btype="(?!module"|text\/javascript")/.test(attributes)

/** @param {string} text */
export const hashOf = (text) => `sha256-${createHash('sha256').update(text).digest('base64')}`
