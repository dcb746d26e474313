import asyncio

from mcp.server.mcpserver import Context, MCPServer

from two_headers.server import resumable

mcp = MCPServer("printer")


@mcp.tool(name="print")
async def print_picture(ctx: Context) -> str:
    """Takes long."""
    # region close
    await ctx.close_sse_stream()  # ends the connection, not the stream; the client has an id and a retry
    # endregion
    # region store finish
    await asyncio.sleep(60)  # the long work
    return "printed"
    # endregion


# region replay attach
app = resumable(mcp, retry_interval=5_000)  # "come back in five seconds"
# endregion
