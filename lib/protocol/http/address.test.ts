import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isRequestPath, isSitePath, ownUrl, requestUrl, sitePath } from './address'

const HERE = 'https://here.example'

/** An address · where it is on this site; undefined: it leaves it, or is none. */
const ADDRESSES: readonly (readonly [address: string, path: string | undefined])[] = [
  ['/mcp', '/mcp'],
  ['/mcp?server=ours', '/mcp?server=ours'],
  ['mcp', '/mcp'],
  ['?x=1', '/?x=1'],
  ['', '/'],
  ['/', '/'],
  ['/a/../b', '/b'],
  ['/%2f/elsewhere.example', '/%2f/elsewhere.example'],
  ['https://here.example/x', '/x'],
  ['https://HERE.example:443/x', '/x'],
  ['https:/x', '/x'],
  ['//here.example/x', '/x'],
  ['//elsewhere.example', undefined],
  ['/\\elsewhere.example', undefined],
  ['\\\\elsewhere.example', undefined],
  ['\\/elsewhere.example', undefined],
  ['/\t/elsewhere.example', undefined],
  ['/\n/elsewhere.example', undefined],
  ['/\r\\elsewhere.example', undefined],
  [' //elsewhere.example', undefined],
  ['\0//elsewhere.example', undefined],
  ['///elsewhere.example', undefined],
  ['https:elsewhere', '/elsewhere'],
  ['https:///elsewhere.example', undefined],
  ['http://here.example/', undefined],
  ['https://here.example:8443/', undefined],
  ['https://here.example@elsewhere.example/', undefined],
  ['https://somebody@here.example/', undefined],
  ['https://here.example.elsewhere.example/', undefined],
  ['javascript:alert(1)', undefined],
  ['java\nscript:alert(1)', undefined],
  ['data:text/html,x', undefined],
  ['blob:https://here.example/x', undefined],
  ['file:///etc/passwd', undefined],
  ['http://', undefined],
]

describe('an address', () => {
  test.each(ADDRESSES)('%j is on this site as %j', (address, path) => {
    const url = ownUrl(address, HERE)
    expect(url && url.pathname + url.search).toBe(path)
    if (url) expect(url.origin).toBe(HERE)
    expect(requestUrl(address, HERE).origin).toBe(HERE)
    if (path === undefined) expect(isSitePath(address) || isRequestPath(address)).toBe(false)
  })

  test('nothing is a path of a request that leads elsewhere or would be sent otherwise', () => {
    const piece = fc.constantFrom(
      '/',
      '\\',
      '//',
      '\t',
      '\n',
      '\r',
      '..',
      '.',
      '%2e',
      '@',
      ':',
      '?',
      '#',
      'x',
      'elsewhere.example',
      ' ',
      'ä',
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
        const text = pieces.join('')
        if (isRequestPath(text)) {
          const url = new URL(text, HERE)
          expect([url.origin, url.pathname + url.search, url.hash]).toEqual([HERE, text, ''])
        }
        if (isSitePath(text)) expect(new URL(text, HERE).origin).toBe(HERE)
        expect(new URL(sitePath(`/${text}`), HERE).origin).toBe(HERE)
      }),
      { numRuns: 3000 },
    )
  })
})
