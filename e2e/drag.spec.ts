/** The plug in the hand: pulled out of the socket and put back by dragging, with a mouse and with a finger. */
import { test } from './fixtures'
import { dragWith, type Point } from './pointer'
import { Stage } from './stage'

/** Further than the pins are long (71 px at full size): it is out. */
const OUT_OF_THE_SOCKET = -110

test('the plug is dragged out and put back', async ({ page, hasTouch }) => {
  const stage = new Stage(page)
  const drag = await dragWith(page, hasTouch)
  await stage.open()
  await stage.start()
  await stage.toHaveRow(3)

  const inSocket = await centerOf(stage)
  await drag(inSocket, { x: inSocket.x + OUT_OF_THE_SOCKET, y: inSocket.y + 10 })
  await stage.toBePlugged('out')
  await stage.toCountAtLeast('missing', 2)

  await drag(await centerOf(stage), inSocket)
  await stage.toBePlugged('in')
  await stage.toBeWhole()
})

test('a plug that was moved only a little stays in', async ({ page, hasTouch }) => {
  const stage = new Stage(page)
  const drag = await dragWith(page, hasTouch)
  await stage.open()
  await stage.start()
  await stage.toHaveRow(2)
  const inSocket = await centerOf(stage)
  await drag(inSocket, { x: inSocket.x - 12, y: inSocket.y })
  await stage.toHaveRow(4)
  await stage.toBePlugged('in')
  await stage.toBeWhole()
  await stage.toCount('replayed', 0)
})

async function centerOf(stage: Stage): Promise<Point> {
  const { plug } = stage
  await plug.scrollIntoViewIfNeeded()
  await plug.hover({ trial: true, timeout: 10_000 }) // waits until it hangs still, with nothing over it
  const box = await plug.boundingBox()
  if (!box) throw new Error('the plug is not on screen')
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 }
}
