from mcp.server.mcpserver import Context, MCPServer

ROWS = ["🟦🟨🟦", "🟦⬜🟦", "🟫🟫🟫"]
mcp = MCPServer("painter")


@mcp.tool()
async def paint(ctx: Context) -> str:
    """Paints a picture, row by row."""
    # region store send
    for number, row in enumerate(ROWS, start=1):
        await ctx.report_progress(number, len(ROWS), row)  # one message, one event
    # endregion
    # region finish
    return "\n".join(ROWS)  # the response: the last event of the stream
    # endregion


# The manager inside finds each session by its id, and answers 404 to one it does not know.
# region session open refuse
app = mcp.streamable_http_app()  # run it: uvicorn server:app
# endregion
