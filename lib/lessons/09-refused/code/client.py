import asyncio

import httpx2
from mcp import ClientSession, types
from mcp.client.streamable_http import streamable_http_client
from mcp.shared.message import ClientMessageMetadata

PAINT = types.CallToolRequest(params=types.CallToolRequestParams(name="paint", arguments={}))


async def resume_or_start_again(url: str, kept: dict[str, str], start_again):
    refused: asyncio.Future[int] = asyncio.get_running_loop().create_future()

    async def watch(response: httpx2.Response) -> None:
        # region refused
        if response.status_code in (400, 404) and not refused.done():
            refused.set_result(response.status_code)
        # endregion

    headers = {"mcp-session-id": kept["session_id"], "mcp-protocol-version": kept["protocol_version"]}
    try:
        async with (
            httpx2.AsyncClient(headers=headers, event_hooks={"response": [watch]}) as http,
            streamable_http_client(url, http_client=http, terminate_on_close=False) as (read, write),
            ClientSession(read, write) as session,
        ):
            # region resume
            metadata = ClientMessageMetadata(resumption_token=kept["last_event_id"])
            call = asyncio.ensure_future(session.send_request(PAINT, types.CallToolResult, metadata=metadata))
            # endregion
            await asyncio.wait({call, refused}, return_when=asyncio.FIRST_COMPLETED)
            if not refused.done():
                return await call
            call.cancel()  # the SDK may wait for ever here, or raise
    except Exception:
        if not refused.done():
            raise
    # region refused
    if refused.result() == 404:
        return await start_again("the session has ended")  # a new initialize, without a session id
    return await start_again("the server no longer has that event")  # only if the tool may run twice
    # endregion
