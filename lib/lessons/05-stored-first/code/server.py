from mcp.server.streamable_http import EventCallback, EventId, EventMessage, EventStore, StreamId


class SessionLog(EventStore):
    """The events of ONE session, stream by stream. The transport stores first and sends after."""

    def __init__(self):
        self.streams: dict[StreamId, list] = {}

    async def store_event(self, stream_id: StreamId, message) -> EventId:
        # region store prime
        events = self.streams.setdefault(stream_id, [])
        events.append(message)  # None: a priming event
        return f"{stream_id}/{len(events)}"  # unique in the session; says which stream
        # endregion

    async def replay_events_after(self, last_event_id: EventId, send_callback: EventCallback) -> StreamId | None:
        # region replay
        stream_id, _, number = last_event_id.rpartition("/")
        events = self.streams.get(stream_id, [])
        if not number.isdigit() or not 1 <= int(number) <= len(events):
            return None  # not an id of this session; the SDK then answers with an empty stream
        after = int(number)
        for n, message in enumerate(events[after:], start=after + 1):
            if message is not None:  # a priming event is not sent again
                await send_callback(EventMessage(message, f"{stream_id}/{n}"))
        return stream_id
        # endregion
