/** Says that the server is up, for scripts that wait for it. */
export const dynamic = 'force-dynamic'

export function GET(): Response {
  return Response.json({ ok: true })
}
