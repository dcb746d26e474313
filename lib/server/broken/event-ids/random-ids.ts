/** Every frame gets a random id as it is written, and no one writes down which: no last event ID can be found again. */
import { Refusal, shown } from '../../http/errors'
import type { MakeBroken } from '../broken-server'

const encoder = new TextEncoder()

const randomId = () => crypto.randomUUID().slice(0, 8)

export const randomIds: MakeBroken = () => ({
  frame({ data }) {
    return encoder.encode(data === '' ? `id: ${randomId()}\ndata: \n\n` : `id: ${randomId()}\nevent: message\ndata: ${data}\n\n`)
  },
  async resume(lastEventId) {
    throw new Refusal(400, `Last-Event-ID ${shown(lastEventId)} is not known here. Make the call again.`)
  },
})
