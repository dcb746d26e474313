/**
 * Stands in for what the SDK imports at once and we never use, in what the browser loads: both JSON-schema validators (no tool of ours
 * has an output schema, and nothing is elicited; over HTTP the server has cfworker, which compiles no code), zod 3 and zod-to-json-schema
 * (our schemas are zod 4), OAuth of the client (our server asks for none), and the SDK's experimental tasks.
 */
function absent() {
  throw new Error('This part of the SDK is left out of the page. To use it, take it out of `absent` in next.config.mjs.')
}

class Absent {
  constructor() {
    absent()
  }
}

module.exports = Absent
Object.assign(module.exports, {
  Validator: Absent,
  object: absent,
  zodToJsonSchema: absent,
  auth: absent,
  extractWWWAuthenticateParams: absent,
  ExperimentalClientTasks: Absent,
  ExperimentalServerTasks: Absent,
  ExperimentalMcpServerTasks: Absent,
  UnauthorizedError: class UnauthorizedError extends Error {},
})
