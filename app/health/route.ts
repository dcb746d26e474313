/** Reports whether the server is up and accepts new sessions, for scripts, containers and pages that ask. */
import { isDraining } from '#lib/server/endpoint-registry'

export const dynamic = 'force-dynamic'

export function GET(): Response {
  return isDraining() ? Response.json({ ok: false, why: 'shutting down' }, { status: 503 }) : Response.json({ ok: true })
}
