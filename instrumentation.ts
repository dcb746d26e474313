/**
 * Next calls this once when the server starts, before it answers: settings are read, and the end is prepared. A file of this name and place
 * is what Next asks for; a static build has none of it (its pages are .tsx only).
 */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME === 'nodejs') (await import('./app/mcp/startup')).startProcess()
}
