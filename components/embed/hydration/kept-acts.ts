/**
 * What the reader does on a stage that is drawn and not alive yet: kept in its order, and done again when it is, as if it had been alive
 * all along. What the browser does by itself (a link, the focus, a scroll) has happened already and is not done again.
 */

const KINDS = ['pointerdown', 'pointermove', 'pointerup', 'pointercancel', 'click', 'keydown', 'keyup', 'input'] as const
/** More than a hand does while something loads. */
const MOST = 400

type Kept = { readonly event: Event; readonly target: Element; readonly value?: string }

export type KeptActs = {
  /** Keeps what happens within `place`, until the acts are done again or the returned function is called. */
  keep(place: HTMLElement): () => void
  /** The stage is alive now. */
  doAgain(): Promise<void>
}

export function createKeptActs(): KeptActs {
  let kept: Kept[] = []
  let pressed: Element | undefined
  let isAlive = false
  let stop = () => {}
  let within: HTMLElement | undefined
  let firstValues = new Map<HTMLInputElement, string>()

  return {
    keep(place) {
      if (isAlive) return () => {}
      within = place
      const onEvent = (event: Event) => {
        const { target } = event
        if (!(target instanceof Element) || !(place.contains(target) || pressed)) return
        if (event.type === 'pointerdown') pressed = target
        const isMove = event.type === 'pointermove'
        if (isMove && !pressed) return
        if (event.type === 'click' && target.closest('a[href]')) return
        // Nobody else hears it now, or it would be done twice.
        event.stopImmediatePropagation()
        // What can be dragged captures the pointer.
        const heldBy = isMove || event.type === 'pointerup' || event.type === 'pointercancel' ? pressed : undefined
        if (heldBy && !isMove) pressed = undefined
        if (kept.length >= MOST) return
        const value = event.type === 'input' && target instanceof HTMLInputElement ? { value: target.value } : {}
        kept.push({ event, target: heldBy ?? target, ...value })
      }
      for (const input of place.querySelectorAll('input')) firstValues.set(input, input.value)
      for (const kind of KINDS) addEventListener(kind, onEvent, { capture: true, passive: true })
      stop = () => {
        for (const kind of KINDS) removeEventListener(kind, onEvent, true)
      }
      return () => stop()
    },
    async doAgain() {
      isAlive = true
      stop()
      const acts = kept
      kept = []
      /** the stage has taken the last key for itself: what the browser made of it was not meant */
      let taken = false
      for (const { event, target: before, value } of acts) {
        const byKey = event.type === 'input' || (event instanceof MouseEvent && event.type === 'click' && event.detail === 0)
        if (byKey && taken) continue
        const target = nowFor(before, event, within)
        if (value !== undefined && target instanceof HTMLInputElement) changeTo(target, value, firstValues.get(target))
        const passes = target?.dispatchEvent(copyOf(event)) ?? true
        if (event.type === 'keydown') taken = !passes
        // What React renders for one act is there before the next one.
        await Promise.resolve()
      }
      firstValues = new Map()
    },
  }
}

/** A part of the stage may have been drawn anew when it came alive: then its namesake stands for it, or what is in the same place now. */
function nowFor(before: Element, event: Event, within: HTMLElement | undefined): Element | null {
  if (before.isConnected) return before
  const name = before.getAttribute('aria-label')
  const namesake = name && within?.querySelector(`${before.tagName}[aria-label="${CSS.escape(name)}"]`)
  return namesake || (event instanceof MouseEvent ? document.elementFromPoint(event.clientX, event.clientY) : null)
}

function copyOf(event: Event): Event {
  if (event instanceof PointerEvent && event.type !== 'click') return new PointerEvent(event.type, event)
  if (event instanceof MouseEvent) return new MouseEvent(event.type, event)
  if (event instanceof KeyboardEvent) return new KeyboardEvent(event.type, event)
  return new Event(event.type, event)
}

/** React tells a change by the value it saw last: it is to see the first one, and then the reader's. */
function changeTo(input: HTMLInputElement, value: string, first: string | undefined): void {
  if (first !== undefined) input.value = first
  Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(input, value)
}
