import asyncio

from mcp.server.mcpserver import MCPServer

mcp = MCPServer("painter")
# No sessions, no event ids: what must survive a cut has a handle of its own. A database in real life.
jobs: dict[str, str | None] = {}
running: set[asyncio.Task] = set()


async def paint(job_id: str) -> None:
    jobs[job_id] = "🟦🟨🟦"


# region session open
@mcp.tool()
async def start_job(job_id: str) -> str:
    """Starts painting. The client chooses the handle, so that asking twice starts the work once."""
    if job_id not in jobs:
        jobs[job_id] = None  # durable BEFORE the answer
        task = asyncio.create_task(paint(job_id))  # outside of the request
        running.add(task)
        task.add_done_callback(running.discard)
    return job_id
# endregion


# region store finish
@mcp.tool()
async def get_job(job_id: str) -> str:
    """The picture, or: working, or: unknown job."""
    return jobs.get(job_id, "unknown job") or "working"
# endregion


app = mcp.streamable_http_app(stateless_http=True, json_response=True)
