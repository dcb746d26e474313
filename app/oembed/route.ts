/** GET /oembed?url=…&format=json: how to embed an address of this site. Public, and the same for everyone. */
import { answerOembed } from '../../lib/embed/oembed'

export const dynamic = 'force-dynamic'

export function GET(request: Request): Response {
  const { status, body } = answerOembed(rootOf(request), new URL(request.url).searchParams)
  const headers = { 'Access-Control-Allow-Origin': '*', 'Cache-Control': status === 200 ? 'public, max-age=3600' : 'no-store' }
  return Response.json(body, { status, headers })
}

/** The root address as the client wrote it: the server may listen under another name. */
function rootOf(request: Request): string {
  const { protocol, host } = new URL(request.url)
  const named = request.headers.get('host') ?? host
  const scheme = request.headers.get('x-forwarded-proto')?.split(',')[0]?.trim() === 'https' ? 'https:' : protocol
  return URL.canParse(`${scheme}//${named}/`) ? new URL(`${scheme}//${named}/`).href : new URL('/', request.url).href
}
