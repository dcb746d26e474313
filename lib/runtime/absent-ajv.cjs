/**
 * Stands in for ajv and ajv-formats in what the browser loads. The SDK imports them at once but uses them only when it is given no
 * validator of its own; ours is (cfworker, which compiles no code). Saves 38 kB of the engine.
 */
class AbsentAjv {
  constructor() {
    throw new Error('ajv is left out of the page: pass a jsonSchemaValidator to Client and McpServer.')
  }
}

module.exports = AbsentAjv
