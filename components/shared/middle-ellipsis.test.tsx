import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { MiddleEllipsis } from './middle-ellipsis'

const LONG = '35c16155-400f-4a37-8acc-fdf62338f9f8_1795854767187_m1kkbsc4'
const textOf = (html: string) => html.replace(/<[^>]*>/g, '')

describe('a value of foreign length', () => {
  it.each(['', '7', 'get/0', 'call-2/17', LONG])('is whole in the text, whatever is seen of it: "%s"', (text) => {
    expect(textOf(renderToStaticMarkup(<MiddleEllipsis text={text} />))).toBe(text)
  })

  it('has its full length as a title', () => {
    expect(renderToStaticMarkup(<MiddleEllipsis text={LONG} />)).toContain(`title="${LONG}"`)
  })

  it('keeps as many characters at its end as it is told, and room for them', () => {
    const html = renderToStaticMarkup(<MiddleEllipsis text={LONG} tail={4} most={20} />)
    expect(html).toContain('>bsc4</span>')
    expect(html).toContain('--tail:4ch')
    expect(html).toContain('max-width:min(100%, 20ch)')
  })
})
