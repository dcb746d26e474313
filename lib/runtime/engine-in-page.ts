/** All that a run in this page needs, the server too, as one thing to load. Why there are two: see engine-http.ts. */
export { connectClient } from '../client/connect'
export { createFaults } from '../client/network/client-faults'
export { createPlug } from '../client/network/plug'
export { createInPageRuntime } from './in-page'
