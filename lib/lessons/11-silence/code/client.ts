import { Client } from '@modelcontextprotocol/sdk/client/index.js'
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js'

/** A fetch that takes silence for a cut. Longer than the server's keep-alive, please. */
export function impatientFetch(silence: number): typeof fetch {
  return async (url, init) => {
    const response = await fetch(url, init)
    if (!response.body || !response.headers.get('content-type')?.startsWith('text/event-stream')) return response
    let timer: ReturnType<typeof setTimeout>
    // #region cut receive
    const watch = (controller: TransformStreamDefaultController) => {
      clearTimeout(timer)
      timer = setTimeout(() => controller.error(new Error(`No byte for ${silence} ms`)), silence)
    }
    const watched = new TransformStream<Uint8Array, Uint8Array>({
      start: watch,
      transform(chunk, controller) {
        watch(controller)
        controller.enqueue(chunk)
      },
      flush: () => clearTimeout(timer),
    })
    // #endregion
    return new Response(response.body.pipeThrough(watched), response)
  }
}

export async function paint(url: string, silence = 25_000) {
  const client = new Client({ name: 'viewer', version: '1.0.0' })
  // #region connect resume wait
  // The transport sees a broken stream and resumes it with Last-Event-ID.
  await client.connect(new StreamableHTTPClientTransport(new URL(url), { fetch: impatientFetch(silence) }))
  // #endregion
  // #region call
  const result = await client.callTool({ name: 'paint' })
  // #endregion
  await client.close()
  return result
}
