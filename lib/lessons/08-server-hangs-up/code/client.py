import asyncio

import httpx2
from mcp import ClientSession, types
from mcp.client.streamable_http import streamable_http_client


async def print_picture(url: str) -> types.CallToolResult:
    async with (
        httpx2.AsyncClient(timeout=httpx2.Timeout(30, read=300)) as http,
        streamable_http_client(url, http_client=http) as (read, write),
        ClientSession(read, write) as session,
    ):
        # region connect
        await session.initialize()
        # endregion
        # region call wait resume
        # The SDK polls by itself: it waits for the server's `retry`, then sends a GET with Last-Event-ID.
        # Two failed GETs in a row end it.
        async with asyncio.timeout(15 * 60):  # a limit of your own: a polite server can be polled for ever
            return await session.call_tool("print", {})
        # endregion
