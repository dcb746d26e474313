/** Reports whether the server is up and accepts new sessions, for scripts, containers and pages that ask. */
import { isDraining } from '#lib/server/endpoint-registry'
import { onlyRead } from '#lib/server/http/methods'

export const dynamic = 'force-dynamic'

export function GET(): Response {
  return isDraining() ? Response.json({ ok: false, why: 'shutting down' }, { status: 503 }) : Response.json({ ok: true })
}

export { onlyRead as DELETE, onlyRead as OPTIONS, onlyRead as PATCH, onlyRead as POST, onlyRead as PUT }
