import asyncio

from mcp import ClientSession
from mcp.client.streamable_http import streamable_http_client


async def ask(url: str, tool: str, job_id: str, tries: int = 5) -> str:
    """A broken answer is lost. Asking again is a new request; safe, because the handle is the same."""
    for attempt in range(1, tries + 1):
        try:
            # region call resume
            async with asyncio.timeout(30):
                async with streamable_http_client(url) as (read, write), ClientSession(read, write) as session:
                    await session.initialize()
                    result = await session.call_tool(tool, {"job_id": job_id})
                    return result.content[0].text
            # endregion
        except Exception:
            # region cut wait
            if attempt == tries:
                raise
            await asyncio.sleep(1)
            # endregion
    raise ValueError("tries must be at least 1")


async def paint(url: str, job_id: str) -> str:
    await ask(url, "start_job", job_id)
    # region receive
    while (picture := await ask(url, "get_job", job_id)) == "working":
        await asyncio.sleep(1)
    return picture
    # endregion
