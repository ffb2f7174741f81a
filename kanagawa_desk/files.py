"""Writing a file so that a reader finds the old content or the new, never a part of either."""

import os
from pathlib import Path


def replace_file(path: Path, content: bytes) -> None:
    """Put `content` at `path`, making its folder where it is missing.

    Raises OSError when the folder cannot be written or the target is held open (Excel on
    Windows); the old file is then untouched and nothing is left beside it.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    # A short name of its own: a long Japanese name plus a suffix would pass 255 bytes.
    temporary = path.with_name(f".{os.urandom(8).hex()}.tmp")
    try:
        with temporary.open("xb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
