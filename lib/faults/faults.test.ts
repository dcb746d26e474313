import { describe, expect, it } from 'vitest'
import { SECTIONS } from '../spec/page'
import { FAULTS } from './fault-list'
import { CLIENT_FAULTS, NETWORK_FAULTS, SERVER_FAULTS } from './faults'

describe('the faults', () => {
  it('have exactly one entry for every id, in the group of whoever acts', () => {
    const ids = (group: string) => FAULTS.filter((fault) => fault.group === group).map(({ id }) => id)
    expect(ids('network')).toEqual([...NETWORK_FAULTS])
    expect(ids('server')).toEqual([...SERVER_FAULTS])
    expect(ids('client')).toEqual([...CLIENT_FAULTS])
    expect(FAULTS).toHaveLength(NETWORK_FAULTS.length + SERVER_FAULTS.length + CLIENT_FAULTS.length)
  })

  it('have a short title of their own, and whole sentences', () => {
    expect(new Set(FAULTS.map(({ title }) => title)).size).toBe(FAULTS.length)
    for (const { title, sentence, spec } of FAULTS) {
      expect(title.split(' ').length, title).toBeLessThanOrEqual(4)
      for (const text of [sentence, spec.says]) expect(text, title).toMatch(/^[A-Z].*\.$/)
    }
  })

  it('name a section of the transports page', () => {
    for (const { spec, title } of FAULTS) expect(SECTIONS[spec.section].anchor, title).toMatch(/^[a-z]+(-[a-z]+)+$/)
  })
})
