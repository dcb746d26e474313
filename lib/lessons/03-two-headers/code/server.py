from mcp.server.mcpserver import MCPServer
from mcp.server.streamable_http_manager import StreamableHTTPSessionManager

from one_post_many_events.server import mcp
from stored_first.server import SessionLog


class OneLogPerSession(StreamableHTTPSessionManager):
    """The SDK hands ONE store to all sessions, and streams are named after request ids: 1, 2, …
    So two sessions would read each other's events. This gives each new session a log of its own."""

    # region session
    @property
    def event_store(self):
        return SessionLog()  # the manager asks once for each new session

    @event_store.setter
    def event_store(self, shared):
        pass  # the shared one is not used
    # endregion


def resumable(server: MCPServer, retry_interval: int = 500):
    # json_response=True would answer with one JSON body: no stream, no ids, nothing to resume.
    # region store prime
    app = server.streamable_http_app(event_store=SessionLog(), retry_interval=retry_interval)
    # endregion
    server.session_manager.__class__ = OneLogPerSession  # there is no option for it
    return app


app = resumable(mcp)
