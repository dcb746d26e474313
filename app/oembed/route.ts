/** GET /oembed?url=…&format=json: how to embed an address of this site. Public, and the same for everyone who names the same host. */
import { readConfig } from '#lib/server/http/config'
import { onlyRead } from '#lib/server/http/methods'
import { serveOembed } from './answer'

export const dynamic = 'force-dynamic'

export function GET(request: Request): Response {
  return serveOembed(request, readConfig(process.env).access)
}

export { onlyRead as DELETE, onlyRead as OPTIONS, onlyRead as PATCH, onlyRead as POST, onlyRead as PUT }
