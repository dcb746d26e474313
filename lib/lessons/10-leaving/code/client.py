import httpx2
from mcp import ClientSession, types
from mcp.client.streamable_http import streamable_http_client
from mcp.shared.message import ClientMessageMetadata

PAINT = types.CallToolRequest(params=types.CallToolRequestParams(name="paint", arguments={}))


async def resume(url: str, kept: dict[str, str], save) -> types.CallToolResult:
    """Resumes as often as the process is started again. A crash between a message and `save` brings
    that message twice: at least once, not exactly once. So handle a repeated event like the first."""
    # region load
    headers = {"mcp-session-id": kept["session_id"], "mcp-protocol-version": kept["protocol_version"]}
    # endregion

    # region keep receive drop
    async def keep(event_id: str) -> None:
        save({**kept, "last_event_id": event_id})  # Python's SDK calls this after it passed the message on
    # endregion

    async with httpx2.AsyncClient(headers=headers, timeout=httpx2.Timeout(30, read=300)) as http:
        async with streamable_http_client(url, http_client=http, terminate_on_close=False) as (read, write):
            async with ClientSession(read, write) as session:
                # region resume
                token = kept["last_event_id"]
                metadata = ClientMessageMetadata(resumption_token=token, on_resumption_token_update=keep)
                result = await session.send_request(PAINT, types.CallToolResult, metadata=metadata)
                # endregion
        # region result end
        await http.delete(url)  # only when nothing is left to fetch; never on a reload
        return result
        # endregion
