/** Loader of the bundler: whatever the file says, the stand-in of absent.mjs takes its place. CommonJS, because loaders are. */
const { dirname, join, relative } = require('node:path')

const STAND_IN = join(__dirname, '../../lib/runtime/absent.cjs')

/** @this {{ resourcePath: string }} */
module.exports = function absentLoader() {
  return `module.exports = require(${JSON.stringify(relative(dirname(this.resourcePath), STAND_IN).replaceAll('\\', '/'))})`
}
