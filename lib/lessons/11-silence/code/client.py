import asyncio

import httpx2
from mcp import ClientSession, types
from mcp.client.streamable_http import streamable_http_client


async def paint(url: str, silence: float = 25) -> types.CallToolResult:
    # region cut receive wait
    # No byte for this long, and the connection is given up. Longer than the server's keep-alive, please.
    # The transport takes it for a cut and resumes with Last-Event-ID.
    timeout = httpx2.Timeout(30, read=silence)
    # endregion
    async with (
        httpx2.AsyncClient(timeout=timeout) as http,
        streamable_http_client(url, http_client=http) as (read, write),
        ClientSession(read, write) as session,
    ):
        # region connect
        await session.initialize()
        # endregion
        # region call resume
        async with asyncio.timeout(15 * 60):
            return await session.call_tool("paint", {})
        # endregion
