/**
 * All that a run over HTTP needs, as one thing to load. A file of its own beside engine-in-page.ts, because each `import()` of a file is a
 * chunk of its own: a page whose server is out on the network never loads the server.
 */
export { connectClient } from '../client/connect'
export { createFaults } from '../client/network/client-faults'
export { createPlug } from '../client/network/plug'
export { createRemoteRuntime } from './remote'
