from mcp.server.streamable_http_manager import StreamableHTTPSessionManager
from starlette.applications import Starlette

from one_post_many_events.server import mcp
from two_headers.server import resumable

# region close open
# A connection that ends says nothing about the session: a reload and a crash look the same.
app: Starlette = resumable(mcp)
manager: StreamableHTTPSessionManager = mcp.session_manager
# endregion

# region forget
# DELETE ends a session: the client has said goodbye. Clients that never do are forgotten when idle.
# Set it longer than your longest call: a tool that works in silence is idle, too.
manager.session_idle_timeout = 30 * 60  # seconds; read when a session begins
# endregion
