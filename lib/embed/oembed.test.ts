import { describe, expect, it } from 'vitest'
import { answerOembed } from './oembed'
import { SCENARIOS, type Scenario } from './scenarios/scenarios'
import { elementTag, frameTag, rootOfSite } from './tag'

const ROOT = 'https://play.example/'
const ask = (query: Record<string, string>) => answerOembed(ROOT, new URLSearchParams(query))
const url = `${ROOT}embed/v1/double-cut/?step=12&theme=dark`

describe('oEmbed', () => {
  it('answers an embed with a rich frame of its size', () => {
    const { status, body } = ask({ url, format: 'json' })
    expect(status).toBe(200)
    expect(body).toMatchObject({ version: '1.0', type: 'rich', title: 'Cut twice', width: 760, height: 520 })
    expect(body.html).toContain('src="https://play.example/embed/v1/double-cut/?step=12&amp;theme=dark&amp;height=520"')
    expect(body.html).toContain('sandbox="allow-scripts"')
    expect(body.thumbnail_url).toBe('https://play.example/embed/v1/double-cut.svg')
  })

  it('answers the playground, and a path as discovery writes it', () => {
    expect(ask({ url: ROOT }).body.title).toBe(SCENARIOS[0]?.title)
    expect(ask({ url: `${ROOT}lessons/two-headers` }).body.html).toContain('/embed/v1/two-headers/')
    expect(ask({ url: '/embed/v1/story' }).body.title).toBe('A story, word by word')
  })

  it('is not larger than what was asked for', () => {
    expect(ask({ url, maxwidth: '500', maxheight: '400' }).body).toMatchObject({ width: 500, height: 400, thumbnail_width: 500 })
    expect(ask({ url, maxwidth: '5000' }).body.width).toBe(760)
  })

  it.each([
    [501, { url, format: 'xml' }],
    [400, {}],
    [400, { url: 'http://' }],
    [400, { url, maxwidth: 'wide' }],
    [404, { url: 'https://other.example/embed/v1/story/' }],
    [404, { url: `${ROOT}embed/v1/nothing/` }],
    [404, { url: `${ROOT}embed/v2/story/` }],
    [404, { url: `${ROOT}mcp` }],
    [404, { url: 'javascript:alert(1)' }],
  ])('answers %i to %o, with a reason', (status, query) => {
    const answer = ask(query as unknown as Record<string, string>)
    expect(answer.status).toBe(status)
    expect(answer.body).toMatchObject({ error: { message: expect.stringMatching(/\w.*\.$/) } })
  })
})

describe('the tags', () => {
  const hostile: Scenario = { ...(SCENARIOS[0] as Scenario), title: `"><script>alert('x')</script>` }

  it('escape what stands in them', () => {
    for (const tag of [elementTag(ROOT, hostile, { custom: '"><b>' }), frameTag(ROOT, hostile, {})]) {
      expect(tag).not.toContain('<script>alert')
      expect(tag).not.toContain('<b>')
    }
  })

  it('say only what differs from the usual', () => {
    expect(elementTag(ROOT, SCENARIOS[0] as Scenario, {})).toBe(
      '<script async src="https://play.example/embed/v1/pull-the-plug.js"></script>\n' +
        '<pull-the-plug scenario="first-cut" title="Pull the plug, and plug back in"></pull-the-plug>',
    )
  })
})

describe('the root of the site', () => {
  it.each([
    ['https://here.example/embed/v1/first-cut?step=3', 'embed', 'https://here.example/'],
    ['https://here.example/sub/embed/v1/first-cut/', 'embed', 'https://here.example/sub/'],
    ['https://here.example/sub/authors', 'authors', 'https://here.example/sub/'],
    ['https://here.example//elsewhere.example/embed/v1/x', 'embed', 'https://here.example/elsewhere.example/'],
    ['https://here.example//elsewhere.example/authors/', 'authors', 'https://here.example/elsewhere.example/'],
    ['https://here.example/\\elsewhere.example/authors', 'authors', 'https://here.example/elsewhere.example/'],
  ] as const)('of %s is on its own origin', (address, below, root) => {
    expect(rootOfSite(address, below)).toBe(root)
  })
})

describe('oEmbed of an address that looks like one of this site', () => {
  it.each([
    '//other.example/embed/v1/story/',
    '/\\other.example/embed/v1/story/',
    '/\t/other.example/',
    'ftp://play.example/',
    'blob:https://play.example/',
  ])('is refused: %j', (asked) => {
    expect(ask({ url: asked }).status).toBe(404)
  })
})
