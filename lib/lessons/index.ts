/** The lessons in the order of their story. */
import { onePostManyEvents } from './01-one-post-many-events/lesson'
import { pullThePlug } from './02-pull-the-plug/lesson'
import { twoHeaders } from './03-two-headers/lesson'
import { plugBackIn } from './04-plug-back-in/lesson'
import { storedFirst } from './05-stored-first/lesson'
import { oneStream } from './06-one-stream/lesson'
import { primingEvent } from './07-priming-event/lesson'
import { serverHangsUp } from './08-server-hangs-up/lesson'
import { refused } from './09-refused/lesson'
import { leaving } from './10-leaving/lesson'
import { silence } from './11-silence/lesson'
import { whatChanged } from './12-what-changed/lesson'
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
