/**
 * Reads the body of POST /faults: one FaultCommand, or a refusal (400) that names the value and what is allowed.
 */
import type { FaultCommand } from '../../faults/commands'
import type { FaultId } from '../../faults/faults'
import { CODE, Refusal, shown } from '../http/errors'
import { parseBoundedJson } from '../http/read/json'

/** Fault names, with what each needs beside its name. */
const FAULTS: Readonly<Record<FaultCommand['fault'], string>> = {
  'polite-close': 'an optional "stream"',
  restart: '"keeps": "log" or "nothing"',
  end: '"how": "deleted" or "expired"',
  evict: '"leave": a whole number',
  hold: '"on": true or false',
  'keep-alive': '"on": true or false, and an optional "every" in milliseconds',
}

const MAX_LEAVE = 1_000_000
/** Between two comments, in milliseconds. */
const EVERY = { least: 100, most: 3_600_000 }
const STREAM = /^[A-Za-z0-9_-]{1,64}$/

type Members = Readonly<Record<string, unknown>>

/** Parses the text of a body. Throws a Refusal (400). */
export function parseFaultCommand(text: string): FaultCommand {
  const value = parseJson(text)
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw bad(`The body is ${shown(value)}. Send one object, such as {"fault":"polite-close"}.`)
  }
  const members = value as Members
  const name = members.fault
  if (typeof name !== 'string' || !Object.hasOwn(FAULTS, name)) {
    throw bad(`"fault" is ${shown(name)}. Use one of ${Object.keys(FAULTS).join(', ')}.`)
  }
  return readCommand(name as FaultCommand['fault'], members)
}

function parseJson(text: string): unknown {
  try {
    return parseBoundedJson(text)
  } catch (error) {
    if (error instanceof Refusal) throw error
    throw new Refusal(400, `The body is not JSON: it begins ${shown(text)}. Send one object, such as {"fault":"polite-close"}.`, {
      code: CODE.parse,
    })
  }
}

function readCommand(fault: FaultCommand['fault'], members: Members): FaultCommand {
  switch (fault) {
    case 'polite-close': {
      const { stream } = only(fault, members, ['stream'])
      if (stream === undefined) return { fault }
      if (typeof stream !== 'string' || !STREAM.test(stream)) {
        throw wrong(fault, 'stream', stream, 'Name a stream, such as "call-2", or leave it out for all.')
      }
      return { fault, stream }
    }
    case 'restart':
      return { fault, keeps: oneOf(fault, 'keeps', only(fault, members, ['keeps']).keeps, ['log', 'nothing']) }
    case 'end':
      return { fault, how: oneOf(fault, 'how', only(fault, members, ['how']).how, ['deleted', 'expired']) }
    case 'evict':
      return { fault, leave: whole(fault, 'leave', only(fault, members, ['leave']).leave, 0, MAX_LEAVE) }
    case 'hold':
      return { fault, on: yesOrNo(fault, only(fault, members, ['on']).on) }
    case 'keep-alive': {
      const { on, every } = only(fault, members, ['on', 'every'])
      const command = { fault, on: yesOrNo(fault, on) }
      return every === undefined ? command : { ...command, every: whole(fault, 'every', every, EVERY.least, EVERY.most) }
    }
  }
}

/** Throws for an unknown member: a spelling mistake would otherwise go unnoticed. */
function only(fault: FaultCommand['fault'], members: Members, known: readonly string[]): Members {
  for (const name of Object.keys(members)) {
    if (name !== 'fault' && !known.includes(name)) throw bad(`"${fault}" has no ${shown(name)}. It takes ${FAULTS[fault]}.`)
  }
  return members
}

function oneOf<T extends string>(fault: FaultCommand['fault'], name: string, value: unknown, choices: readonly T[]): T {
  const chosen = choices.find((choice) => choice === value)
  if (chosen === undefined) throw wrong(fault, name, value, `Use ${choices.map((choice) => `"${choice}"`).join(' or ')}.`)
  return chosen
}

function whole(fault: FaultCommand['fault'], name: string, value: unknown, least: number, most: number): number {
  if (typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most) return value
  throw wrong(fault, name, value, `Use a whole number from ${least} to ${most}.`)
}

function yesOrNo(fault: FaultCommand['fault'], value: unknown): boolean {
  if (typeof value === 'boolean') return value
  throw wrong(fault, 'on', value, 'Use true or false.')
}

const bad = (message: string) => new Refusal(400, message, { code: CODE.invalidRequest })

const wrong = (fault: string, name: string, value: unknown, remedy: string) => bad(`"${name}" of "${fault}" is ${shown(value)}. ${remedy}`)

/** The fault of the panel that a command belongs to, as `fault.set` names it. */
export function faultIdOf(command: FaultCommand): FaultId {
  switch (command.fault) {
    case 'polite-close':
    case 'evict':
      return command.fault
    case 'restart':
      return command.keeps === 'log' ? 'restart-keeping' : 'restart-forgetting'
    case 'end':
      return command.how === 'deleted' ? 'end-session' : 'expire-session'
    case 'hold':
      return 'yank-stored-unwritten'
    case 'keep-alive':
      return 'idle-proxy'
  }
}
