import httpx2
from mcp import ClientSession, types
from mcp.client.streamable_http import streamable_http_client
from mcp.shared.message import ClientMessageMetadata

PAINT = types.CallToolRequest(params=types.CallToolRequestParams(name="paint", arguments={}))


async def resume(url: str, kept: dict[str, str]) -> types.CallToolResult:
    # region load connect
    headers = {
        "mcp-session-id": kept["session_id"],
        "mcp-protocol-version": kept["protocol_version"],
    }
    # endregion
    async with (
        httpx2.AsyncClient(timeout=httpx2.Timeout(30, read=300), headers=headers) as http,
        streamable_http_client(url, http_client=http, terminate_on_close=False) as (read, write),
        ClientSession(read, write) as session,
    ):
        # No initialize: the session is there. No other call before this one:
        # a new client counts its request ids from the start, and an id must not be used twice.
        # region resume
        # With a token no POST is sent, but a GET with Last-Event-ID.
        metadata = ClientMessageMetadata(resumption_token=kept["last_event_id"])
        # endregion
        # region result receive
        return await session.send_request(PAINT, types.CallToolResult, metadata=metadata)
        # endregion
