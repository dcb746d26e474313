/** The version of this app, as the client, the server and exported files state it. The same as in package.json (app-version.test.ts). */
export const APP_VERSION = '0.1.0'
