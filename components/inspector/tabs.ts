/** The tabs of the inspector, in their order. */
import { phrase } from '../../lib/words/t'

export const TABS = [phrase('Wire'), phrase('Store'), phrase('Messages'), phrase('Table'), phrase('Check'), phrase('Code')] as const
export type InspectorTab = (typeof TABS)[number]
