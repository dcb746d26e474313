/** The tabs of the inspector, in their order. */
import { msg } from '../../lib/words/message'

export const TABS = [msg('Wire'), msg('Store'), msg('Messages'), msg('Table'), msg('Check'), msg('Code')] as const
export type InspectorTab = (typeof TABS)[number]
