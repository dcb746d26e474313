/** Every frame gets a random id as it is written, which is not stored: no last event ID can be found again. */
import { formatFrame } from '../../../protocol/sse'
import { encodeText } from '../../../streams/bytes'
import { Refusal, shown } from '../../http/errors'
import type { MakeBroken } from '../broken-server'

const randomId = () => crypto.randomUUID().slice(0, 8)

export const randomIds: MakeBroken = () => ({
  frame({ data }) {
    return encodeText(formatFrame({ id: randomId(), event: data === '' ? undefined : 'message', data }))
  },
  async resume(lastEventId) {
    throw new Refusal(400, `Last-Event-ID ${shown(lastEventId)} is not known here. Make the call again.`)
  },
})
