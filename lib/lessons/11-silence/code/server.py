from starlette.middleware import Middleware

from one_post_many_events.server import mcp
from two_headers.server import resumable


class PassOnAtOnce:
    """nginx keeps a response back until it is long enough, unless this header says no."""

    def __init__(self, app):
        self.app = app

    async def __call__(self, scope, receive, send):
        async def with_header(message):
            # region open
            if message["type"] == "http.response.start":
                message["headers"] = [*message["headers"], (b"x-accel-buffering", b"no")]
            # endregion
            await send(message)

        await self.app(scope, receive, with_header)


# region takeover attach
# A resume while the old connection still looks alive replays what is stored, and ends: no 409.
# The client polls again, so a short retry is kind to it.
app = resumable(mcp, retry_interval=250)
# endregion
app.user_middleware.append(Middleware(PassOnAtOnce))
