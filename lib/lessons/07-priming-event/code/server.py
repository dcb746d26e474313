from one_post_many_events.server import mcp
from two_headers.server import resumable

# With an event store every POST stream begins with
#   id: <stream>/1
#   retry: 500
#   data:
# so a cut before the first message can be resumed. Only if the client speaks 2025-11-25
# or later. A Python server also begins every resumed connection like that.
# region prime open
app = resumable(mcp, retry_interval=500)
# endregion
