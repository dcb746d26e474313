/** The session is said to have ended, and is still found under its id. */
import type { MakeBroken } from '../broken-server'

export const survivesDelete: MakeBroken = () => ({ survivesEnd: true })
