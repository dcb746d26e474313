from starlette.requests import Request
from starlette.responses import JSONResponse

from one_post_many_events.server import mcp
from two_headers.server import resumable

# The SDK answers 400 without a session id, 404 for a session that has ended, and 200 with an
# empty stream for an unknown event id. Here an id of the wrong shape is refused in plain words.
# region replay session
resumable_app = resumable(mcp)
# endregion


async def app(scope, receive, send):
    # region refuse
    if scope["type"] == "http":
        last_event_id = Request(scope).headers.get("last-event-id")
        if last_event_id is not None and not last_event_id.rpartition("/")[2].isdigit():
            message = f"{last_event_id} is no event id of this server. Call the tool again."
            error = {"jsonrpc": "2.0", "error": {"code": -32000, "message": message}, "id": None}
            return await JSONResponse(error, status_code=400)(scope, receive, send)
    # endregion
    await resumable_app(scope, receive, send)
