/** All that a run in this page needs, as one thing to load. */
export { connectClient } from '../client/connect'
export { createFaults } from '../client/network/client-faults'
export { createPlug } from '../client/network/plug'
export { createInPageRuntime } from './in-page'
