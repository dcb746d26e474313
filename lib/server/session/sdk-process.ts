/**
 * The per-process half of a session: SDK server, SDK transport, running tools. The event log and the session's record outlive it
 * (session.ts). A process that takes over from another is sent the initialize message again.
 */
import '../zod-no-eval'
import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import type { JSONRPCMessage } from '@modelcontextprotocol/sdk/types.js'
import { CfWorkerJsonSchemaValidator } from '@modelcontextprotocol/sdk/validation/cfworker-provider.js'
import { APP_VERSION } from '../../model/app-version'
import type { Sleep } from '../../streams/sleep'
import type { RegisterTools } from '../tools'
import { SessionTransport, type SessionTransportOptions } from './sdk-transport'

type SdkProcessOptions = SessionTransportOptions & {
  readonly sleep: Sleep
  readonly register: readonly RegisterTools[]
  /** Ends the connection that carries a stream, not the stream. */
  readonly disconnect: (stream: string) => void
}

export class SdkProcess {
  readonly transport: SessionTransport
  readonly #mcp: McpServer

  constructor({ sleep, register, disconnect, ...options }: SdkProcessOptions) {
    this.transport = new SessionTransport(options)
    this.#mcp = createMcp()
    const { calls } = this.transport
    for (const add of register) {
      add(this.#mcp, {
        sleep,
        signalOf: (request) => calls.get(request)?.abort.signal,
        disconnect: (request) => disconnect(calls.get(request)?.stream ?? ''),
      })
    }
  }

  /** Connects the SDK's server and transport. `initialize`: the message of an earlier process, whose session this one continues. */
  async start(initialize?: JSONRPCMessage): Promise<void> {
    await this.#mcp.connect(this.transport)
    if (initialize) await this.transport.rehydrate(initialize)
  }

  /** How many tools run now. */
  get running(): number {
    let running = 0
    for (const call of this.transport.calls.values()) if (call.tool !== undefined) running += 1
    return running
  }

  /** Sends a log message on the standalone stream. */
  async announce(text: string): Promise<void> {
    await this.#mcp.server.sendLoggingMessage({ level: 'info', logger: 'server', data: text })
  }

  /** Stops every tool. What was running can send nothing more. */
  async stop(): Promise<void> {
    for (const call of this.transport.calls.values()) call.abort.abort()
    this.transport.calls.clear()
    await this.#mcp.close()
  }
}

function createMcp(): McpServer {
  const info = { name: 'pull-the-plug', title: 'Pull the Plug', version: APP_VERSION }
  // Ajv compiles with `new Function`, which a page's Content-Security-Policy may forbid; this validator interprets.
  return new McpServer(info, { capabilities: { logging: {} }, jsonSchemaValidator: new CfWorkerJsonSchemaValidator() })
}
