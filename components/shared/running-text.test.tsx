import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { runningText } from './running-text'

const UUID = '35c16155-400f-4a37-8acc-fdf62338f9f8'
const html = (text: string) => renderToStaticMarkup(runningText(text))
const kept = (text: string) => [...html(text).matchAll(/whitespace-nowrap">([^<]*)</g)].map(([, piece]) => piece)

describe('running text', () => {
  it('says what it was given, whatever is kept together', () => {
    const text = `What 2026-07-28 changed: Last-Event-ID of call-2/9 was "${UUID}".`
    expect(html(text).replace(/<[^>]*>/g, '')).toBe(text.replaceAll('"', '&quot;'))
  })

  it('keeps a date, a header and an id in one line', () => {
    expect(kept('What 2026-07-28 changed.')).toEqual(['2026-07-28'])
    expect(kept('Mcp-Session-Id and last-event-id, call-2/9')).toEqual(['Mcp-Session-Id', 'last-event-id', 'call-2/9'])
  })

  it('leaves other words alone, long German ones too', () => {
    expect(html('A row-by-row picture, Wiederverbindungswartezeiten')).toBe('A row-by-row picture, Wiederverbindungswartezeiten')
  })

  it('shortens a word of foreign length, and not the full stop after it', () => {
    expect(html(`Session ${UUID}.`)).toMatch(/^Session <code.*title="35c16155-400f-4a37-8acc-fdf62338f9f8".*<\/code>\.$/)
  })
})
