/** Title and description of the site in German. */
import type { Catalogue } from '../../t'

export const SITE: Catalogue = {
  'Pull the Plug: resumability in MCP Streamable HTTP': 'Pull the Plug: Wiederaufnahme in MCP Streamable HTTP',
  'Cut a live MCP stream, see the two headers the client kept, plug back in, and watch exactly the missed events come back. Real requests, real server.':
    'Trenne einen laufenden MCP-Stream, sieh die zwei Header, die der Client behalten hat, stecke wieder ein und sieh zu, wie genau die verpassten Events zurückkommen. Echte Anfragen, echter Server.',
}
