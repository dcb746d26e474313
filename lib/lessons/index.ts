/** The lessons in the order of their story. */
import { onePostManyEvents } from './01-one-post-many-events'
import { pullThePlug } from './02-pull-the-plug'
import { twoHeaders } from './03-two-headers'
import { plugBackIn } from './04-plug-back-in'
import { storedFirst } from './05-stored-first'
import { oneStream } from './06-one-stream'
import { primingEvent } from './07-priming-event'
import { serverHangsUp } from './08-server-hangs-up'
import { refused } from './09-refused'
import { leaving } from './10-leaving'
import { silence } from './11-silence'
import { whatChanged } from './12-what-changed'
import type { Lesson } from './lesson'

export const LESSONS: readonly Lesson[] = [
  onePostManyEvents,
  pullThePlug,
  twoHeaders,
  plugBackIn,
  storedFirst,
  oneStream,
  primingEvent,
  serverHangsUp,
  refused,
  leaving,
  silence,
  whatChanged,
]
