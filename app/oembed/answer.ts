/** The answer to GET /oembed, from the host that was asked and the settings. */
import type { Access } from '#lib/server/http/config'
import { asRefusal, refusalResponse } from '#lib/server/http/errors'
import { checkHost } from '#lib/server/http/guard'
import { answerOembed } from '../../lib/embed/oembed'

/** The answer has the address of the site in it, so a host that is not served here gets none (403). */
export function serveOembed(request: Request, access: Access): Response {
  // The door takes the header away from everybody but trusted proxies.
  const scheme = request.headers.get('x-forwarded-proto')?.split(',')[0]?.trim().toLowerCase() === 'https' ? 'https:' : 'http:'
  try {
    const { status, body } = answerOembed(`${scheme}//${checkHost(request, access, scheme)}/`, new URL(request.url).searchParams)
    const headers = {
      'Access-Control-Allow-Origin': '*',
      'Cache-Control': status === 200 ? 'public, max-age=3600' : 'no-store',
      Vary: 'Host, X-Forwarded-Proto',
    }
    return Response.json(body, { status, headers })
  } catch (error) {
    return refusalResponse(asRefusal(error))
  }
}
