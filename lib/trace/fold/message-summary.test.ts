import { describe, expect, test } from 'vitest'
import { compareStreamNames, parseEventId } from '../../protocol/event-id'
import { summarizeMessage } from './message-summary'

describe('a message in a few words', () => {
  test.each([
    ['', { kind: 'priming' }],
    [
      '{"jsonrpc":"2.0","method":"notifications/progress","params":{"progress":9,"total":16,"message":"🟧","progressToken":1}}',
      { kind: 'progress', progress: 9, total: 16, text: '🟧' },
    ],
    ['{"jsonrpc":"2.0","method":"notifications/progress","params":{"progress":9}}', { kind: 'progress', progress: 9 }],
    ['{"jsonrpc":"2.0","method":"notifications/progress"}', { kind: 'notification', method: 'notifications/progress' }],
    ['{"jsonrpc":"2.0","id":4,"method":"ping"}', { kind: 'request', method: 'ping' }],
    [
      '{"jsonrpc":"2.0","id":1,"result":{"content":[{"type":"text","text":"do"},{"type":"text","text":"ne"}]}}',
      { kind: 'result', text: 'done', isError: false },
    ],
    ['{"jsonrpc":"2.0","id":1,"result":{"content":[],"isError":true}}', { kind: 'result', text: '', isError: true }],
    ['{"jsonrpc":"2.0","id":1,"result":{"tools":[]}}', { kind: 'result', text: '{"tools":[]}', isError: false }],
    ['{"jsonrpc":"2.0","id":1,"error":{"code":-32000,"message":"no"}}', { kind: 'error', code: -32000, text: 'no' }],
    ['{"jsonrpc"', { kind: 'unreadable' }],
    ['[1]', { kind: 'unreadable' }],
    ['{}', { kind: 'unreadable' }],
  ])('%s', (data, summary) => {
    expect(summarizeMessage(data)).toEqual(summary)
  })
})

describe('an event id', () => {
  test.each([
    ['call-2/9', { stream: 'call-2', n: 9 }],
    ['a/b/12', { stream: 'a/b', n: 12 }],
    ['get/0', { stream: 'get', n: 0 }],
    ['/9', undefined],
    ['call-2/', undefined],
    ['call-2', undefined],
    ['call-2/x9', undefined],
    ['call-2/-1', undefined],
    ['call-2/99999999999999999999', undefined],
  ])('%s', (id, parsed) => {
    expect(parseEventId(id)).toEqual(parsed)
  })

  test('streams that opened at once are ordered by number, not by letters', () => {
    expect(['call-10', 'call-2', 'get'].sort(compareStreamNames)).toEqual(['get', 'call-2', 'call-10'])
  })
})
