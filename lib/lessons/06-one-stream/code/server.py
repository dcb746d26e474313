from mcp.server.mcpserver import Context, MCPServer

from two_headers.server import resumable

mcp = MCPServer("painter")


@mcp.tool()
async def paint(title: str, ctx: Context) -> str:
    """Paints one picture."""
    # region store send open
    # Belongs to this call: the stream of this call carries it, and its id names that stream.
    await ctx.report_progress(1, 1, f"{title}: row 1")
    # endregion
    return title


# region replay
# SessionLog finds the stream in the id and replays that stream only.
app = resumable(mcp)
# endregion
