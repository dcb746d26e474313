/** All that a run over HTTP needs, as one thing to load. */
export { connectClient } from '../client/connect'
export { createPlug } from '../client/plug'
export { createRemoteRuntime } from './remote'
