/** The answer to a POST begins with its first message: a client that is cut before it has no id to come back with. */
import type { MakeBroken } from '../broken-server'

export const noPriming: MakeBroken = () => ({ primesPost: false })
