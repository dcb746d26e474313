import httpx2
from mcp import ClientSession, types
from mcp.client.streamable_http import streamable_http_client
from mcp.shared.message import ClientMessageMetadata

PAINT = types.CallToolRequest(params=types.CallToolRequestParams(name="paint", arguments={}))


async def paint(url: str, kept: dict[str, str]) -> types.CallToolResult:
    """`kept` is what a client must still know after a crash: write it to disk."""

    async def keep_session(response: httpx2.Response) -> None:
        if session_id := response.headers.get("mcp-session-id"):
            kept["session_id"] = session_id

    async def keep_event(last_event_id: str) -> None:
        # region keep receive primed
        kept["last_event_id"] = last_event_id  # with every event that has an id, after its message
        # endregion

    hooks = {"response": [keep_session]}
    # terminate_on_close is True by default: leaving would DELETE the session, and nothing could be resumed.
    async with (
        httpx2.AsyncClient(timeout=httpx2.Timeout(30, read=300), event_hooks=hooks) as http,
        streamable_http_client(url, http_client=http, terminate_on_close=False) as (read, write),
        ClientSession(read, write) as session,
    ):
        # region connect
        kept["protocol_version"] = (await session.initialize()).protocol_version
        # endregion
        # region call
        # call_tool takes no metadata, so it is send_request.
        metadata = ClientMessageMetadata(on_resumption_token_update=keep_event)
        result = await session.send_request(PAINT, types.CallToolResult, metadata=metadata)
        # endregion
        # region result
        kept.pop("last_event_id", None)  # the call has its answer: nothing left to resume
        return result
        # endregion
