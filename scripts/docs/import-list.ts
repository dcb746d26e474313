/** "Who may import whom" as a list, from lib/architecture.rules.ts. Packages that draw are left out: the table itself has them. */
import { RULES, type Rule } from '../../lib/architecture.rules'
import { item } from './lines'

const SEAM = 'components/use-playground'
const ROOMS = Object.entries(RULES)
const onScreen = ROOMS.filter(([room]) => room.startsWith('components/') && room !== SEAM)

/** What every room of components/ may import, beside its neighbours. */
const COMMON = new Set(onScreen[0]?.[1].may.filter((target) => onScreen.every(([, { may }]) => may.includes(target))))
const COMMON_TYPES = new Set(onScreen[0]?.[1].types?.filter((target) => onScreen.every(([, { types }]) => types?.includes(target))))

/** One item a room: what it imports, of what it may import types only, and what it may load later. */
export const importLines = (): string[] => [
  ...item('- ', `**Every room of components** imports ${named(roomsIn(COMMON))}, and types of ${named([...COMMON_TYPES])}.`),
  ...ROOMS.flatMap(([room, rule]) =>
    item(
      '- ',
      `**${room}**: ${allowed(
        rule,
        onScreen.some(([name]) => name === room),
      )}.`,
    ),
  ),
]

function allowed({ may, types = [], lazy = [] }: Rule, isOnScreen: boolean): string {
  const own = isOnScreen ? may.filter((target) => !COMMON.has(target)) : may
  const ownTypes = isOnScreen ? types.filter((target) => !COMMON_TYPES.has(target)) : types
  const parts = [
    named(own) || (isOnScreen ? 'nothing more' : 'nothing'),
    ...(ownTypes.length > 0 ? [`types of ${named(ownTypes)}`] : []),
    ...(lazy.length > 0 ? [`later ${named(lazy)}`] : []),
  ]
  return parts.join('; ')
}

const named = (targets: readonly string[]) => targets.map((target) => target.replace(/^components\//, '')).join(', ')
const roomsIn = (targets: ReadonlySet<string>) => [...targets].filter((target) => /^(lib|components)\//.test(target))
