import asyncio

from mcp import ClientSession, types
from mcp.shared.message import ClientMessageMetadata


async def paint_two(session: ClientSession, last_event_ids: dict[str, str]):
    """Two calls, two streams, two last event IDs."""

    async def paint(title: str) -> types.CallToolResult:
        async def keep(event_id: str) -> None:
            # region keep receive primed
            last_event_ids[title] = event_id  # never one id for both
            # endregion

        # region call
        params = types.CallToolRequestParams(name="paint", arguments={"title": title})
        metadata = ClientMessageMetadata(on_resumption_token_update=keep)
        return await session.send_request(types.CallToolRequest(params=params), types.CallToolResult, metadata=metadata)
        # endregion

    # region resume wait
    # After a cut the transport resumes each stream by a GET of its own, with its own Last-Event-ID.
    return await asyncio.gather(paint("sun"), paint("moon"))
    # endregion
