/**
 * When a frame is needed: at the first sign that somebody turns to it, by pointer, finger or key. A book page has several frames, and a reader
 * may act in none of them; until then none loads more than it shows. One document is one frame, so this is said once for all of it.
 */

/** Coming near counts: what is about to be pressed is then there in time. */
const SIGNS = ['pointerover', 'pointerdown', 'touchstart', 'focusin', 'keydown', 'click'] as const

let resolve = () => {}
let needed = false
const promise = new Promise<void>((done) => {
  resolve = done
})

/** Settles when the frame is needed. */
export const whenNeeded = (): Promise<void> => promise

export const isNeeded = (): boolean => needed

/** Somebody else needs it: the host, or the address. */
export function need(): void {
  needed = true
  resolve()
}

/** Waits for a sign of the reader, until the returned function is called. */
export function awaitReader(): () => void {
  const stop = () => {
    for (const sign of SIGNS) removeEventListener(sign, seen, true)
  }
  const seen = () => {
    stop()
    need()
  }
  for (const sign of SIGNS) addEventListener(sign, seen, { capture: true, passive: true })
  return stop
}
