from mcp import ClientSession, types
from mcp.shared.message import ClientMessageMetadata

PAINT = types.CallToolRequest(params=types.CallToolRequestParams(name="paint", arguments={}))


async def paint(session: ClientSession, kept: dict[str, str]) -> types.CallToolResult:
    # region primed keep
    async def keep(event_id: str) -> None:
        if "last_event_id" not in kept:
            print("from here on this call survives a cut")
        kept["last_event_id"] = event_id  # first for the priming event, before any message
    # endregion

    # region call
    metadata = ClientMessageMetadata(on_resumption_token_update=keep)
    # endregion
    # region result
    return await session.send_request(PAINT, types.CallToolResult, metadata=metadata)
    # endregion
