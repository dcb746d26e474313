from one_post_many_events.server import mcp

# No event store: messages get no id, and nobody keeps them.
# What is written into a dead connection is gone.
# region session open send
app = mcp.streamable_http_app()
# endregion
