import { Client } from '@modelcontextprotocol/sdk/client/index.js'
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js'
import { CallToolResultSchema } from '@modelcontextprotocol/sdk/types.js'

export async function paint(url: string, jobId: string, pause = 1_000) {
  const client = new Client({ name: 'viewer', version: '1.0.0' })
  await client.connect(new StreamableHTTPClientTransport(new URL(url)))
  const params = (name: string) => ({ method: 'tools/call' as const, params: { name, arguments: { job_id: jobId } } })
  const wait = () => new Promise((resolve) => setTimeout(resolve, pause))

  /** A broken answer is lost. Asking again is a new request with a new id; safe, because the handle is the same. */
  async function ask(name: string, tries = 5): Promise<string> {
    try {
      // #region call resume
      const { content } = await client.request(params(name), CallToolResultSchema)
      return content[0]?.type === 'text' ? content[0].text : ''
      // #endregion
    } catch (error) {
      // #region cut wait
      if (tries <= 1) throw error
      await wait()
      return ask(name, tries - 1)
      // #endregion
    }
  }

  await ask('start_job')
  // #region receive
  let picture = await ask('get_job')
  while (picture === 'working') {
    await wait()
    picture = await ask('get_job')
  }
  // #endregion
  await client.close()
  return picture
}
