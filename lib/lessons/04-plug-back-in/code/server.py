from one_post_many_events.server import mcp
from two_headers.server import resumable

# A GET with Last-Event-ID asks the session's log for what came after that id,
# sends it again and goes on live. The tool does not run twice.
# region replay attach
app = resumable(mcp)
# endregion
