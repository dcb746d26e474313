import json
import os
from pathlib import Path


class KeptIn:
    """The client's own store: one small file that is whole at any moment, even if the process dies while it is written."""

    def __init__(self, path: str):
        self.path = Path(path)

    # region keep
    def save(self, kept: dict[str, str]) -> None:
        new = self.path.with_suffix(".new")
        new.touch(mode=0o600)  # a session id is a secret
        new.write_text(json.dumps(kept))
        os.replace(new, self.path)
    # endregion

    # region load resume
    def load(self) -> dict[str, str]:
        return json.loads(self.path.read_text())
    # endregion
