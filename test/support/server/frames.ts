/**
 * Reads the event streams that the server writes, frame by frame.
 */

/** Reads an event stream frame by frame. */
export class FrameReader {
  #text = ''
  #done = false
  readonly frames: string[] = []
  readonly #reader: ReadableStreamDefaultReader<Uint8Array>

  constructor(readonly response: Response) {
    if (!response.body) throw new Error('the response has no body')
    this.#reader = response.body.getReader()
  }

  /** The next frame without its blank line, or undefined at the end. */
  async next(): Promise<string | undefined> {
    while (!this.#text.includes('\n\n')) {
      if (this.#done) return undefined
      const { done, value } = await this.#reader.read()
      this.#done = done
      if (value) this.#text += new TextDecoder().decode(value)
    }
    const end = this.#text.indexOf('\n\n')
    const frame = this.#text.slice(0, end)
    this.#text = this.#text.slice(end + 2)
    this.frames.push(frame)
    return frame
  }

  async take(count: number): Promise<string[]> {
    const taken: string[] = []
    for (let i = 0; i < count; i++) taken.push((await this.next()) ?? '(end)')
    return taken
  }

  /** Everything up to the end of the body. */
  async rest(): Promise<string[]> {
    const rest: string[] = []
    for (let frame = await this.next(); frame !== undefined; frame = await this.next()) rest.push(frame)
    return rest
  }

  /** The client is gone. */
  cut = (): Promise<void> => this.#reader.cancel()
}

export const idOf = (frame: string): string | undefined => /^id: (.*)$/m.exec(frame)?.[1]
export const idsOf = (frames: readonly string[]): (string | undefined)[] => frames.map(idOf)
export const dataOf = (frame: string) => JSON.parse(/^data: (.*)$/m.exec(frame)?.[1] || 'null')
