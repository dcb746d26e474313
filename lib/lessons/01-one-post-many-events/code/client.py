from mcp import ClientSession
from mcp.client.streamable_http import streamable_http_client


async def paint(url: str) -> str:
    # region receive
    async def show(progress: float, total: float | None, row: str | None) -> None:
        print(row)
    # endregion

    async with streamable_http_client(url) as (read, write), ClientSession(read, write) as session:
        # region connect
        await session.initialize()
        # endregion
        # region call
        result = await session.call_tool("paint", {}, progress_callback=show)
        # endregion
        # region result
        return result.content[0].text
        # endregion
