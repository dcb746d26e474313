/** The element hears the pointer until it is let go. One that has left already is only not followed. */
export function capturePointer(element: Element, id: number): void {
  try {
    element.setPointerCapture(id)
  } catch (error) {
    if (!(error instanceof DOMException)) throw error
  }
}
