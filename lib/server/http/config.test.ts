/** The configuration: every limit has a default and a variable, and a bad value is named. */
import { describe, expect, it } from 'vitest'
import { DEFAULT_LIMITS, DOOR_SETTINGS, readConfig, SETTINGS } from './config'

describe('readConfig', () => {
  it('without variables gives the defaults', () => {
    const blank = Object.fromEntries([...Object.values(SETTINGS), ...Object.values(DOOR_SETTINGS)].map(({ variable }) => [variable, ' ']))
    for (const env of [{}, blank]) {
      expect(readConfig(env)).toEqual({
        limits: DEFAULT_LIMITS,
        access: { allowedHosts: [], allowedOrigins: [] },
        door: { maxConnections: 512, connectionIdleMs: 75_000, headersMs: 20_000, requestMs: 60_000 },
        trustedProxies: [],
        conformanceTools: false,
        faults: true,
        stateDir: undefined,
        shutdownMs: 8000,
      })
    }
  })

  it.each(Object.entries(SETTINGS))('%s has a variable, and takes its least and most', (name, { variable, least, most }) => {
    for (const value of [least, most]) expect(readConfig({ [variable]: String(value) }).limits).toMatchObject({ [name]: value })
    for (const value of [least - 1, most + 1]) expect(() => readConfig({ [variable]: String(value) })).toThrow(variable)
  })

  it.each(Object.entries(DOOR_SETTINGS))('%s has a variable, and takes its least and most', (name, { variable, least, most }) => {
    for (const value of [least, most]) expect(readConfig({ [variable]: String(value) }).door).toMatchObject({ [name]: value })
    for (const value of [least - 1, most + 1]) expect(() => readConfig({ [variable]: String(value) })).toThrow(variable)
  })

  it('reads the proxies that are trusted', () => {
    expect(readConfig({ PTP_TRUSTED_PROXY: '127.0.0.1, 10.0.0.0/8,FD00::/8, ::1' }).trustedProxies).toEqual([
      '127.0.0.1',
      '10.0.0.0/8',
      'fd00::/8',
      '::1',
    ])
    for (const bad of ['10.0.0.0/33', '10.0.0', '256.0.0.1', 'proxy.example', '::1/129', '10.0.0.0/8/8', '*', '1.2.3.4/'])
      expect(() => readConfig({ PTP_TRUSTED_PROXY: bad })).toThrow(`PTP_TRUSTED_PROXY contains ${JSON.stringify(bad)}`)
  })

  it.each(['many', '1e3', '-5', '3.5', '0x10', '12 34'])('names the variable and the value %j, and what would do', (value) => {
    expect(() => readConfig({ PTP_MAX_EVENTS: value })).toThrow(
      `PTP_MAX_EVENTS is ${JSON.stringify(value)}; set it to a whole number of events from 4 to 10000000, or leave it unset for 4096.`,
    )
  })

  it('reads lists', () => {
    const env = { PTP_ALLOWED_HOSTS: 'MCP.example.org, 10.0.0.7:3000 ,[::2]:80,', PTP_ALLOWED_ORIGINS: 'https://book.example.org' }
    expect(readConfig(env).access).toEqual({
      allowedHosts: ['mcp.example.org', '10.0.0.7:3000', '[::2]:80'],
      allowedOrigins: ['https://book.example.org'],
    })
  })

  it.each([
    [{ PTP_ALLOWED_HOSTS: 'https://example.org' }, 'PTP_ALLOWED_HOSTS contains "https://example.org"'],
    [{ PTP_ALLOWED_HOSTS: '*' }, 'PTP_ALLOWED_HOSTS contains "*"'],
    [{ PTP_ALLOWED_ORIGINS: 'example.org' }, 'PTP_ALLOWED_ORIGINS contains "example.org"'],
    [{ PTP_ALLOWED_ORIGINS: 'https://example.org/' }, 'PTP_ALLOWED_ORIGINS contains "https://example.org/"'],
    [{ PTP_ALLOWED_ORIGINS: '*' }, 'PTP_ALLOWED_ORIGINS contains "*"'],
    [{ PTP_FIXTURES: 'yes' }, 'PTP_FIXTURES is "yes"; set it to "conformance"'],
  ])('refuses %j', (env, says) => {
    expect(() => readConfig(env)).toThrow(says)
  })
})

it('faults are on unless they are switched off', () => {
  expect(readConfig({ PTP_FAULTS: 'on' }).faults).toBe(true)
  expect(readConfig({ PTP_FAULTS: 'off' }).faults).toBe(false)
  expect(() => readConfig({ PTP_FAULTS: 'no' })).toThrow('PTP_FAULTS is "no"; set it to "on" or "off"')
})
