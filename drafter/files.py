"""Files written whole or not at all.

The one way any layer puts bytes on disk. Knows nothing of what the bytes mean.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import tempfile
from pathlib import Path

from drafter.errors import WriteError


def write_whole(path: Path, data: bytes) -> None:
    """Replace `path` by `data` in one step: a crash leaves the old file or the new one.

    Links are followed and the old file's mode is kept. Raises WriteError when it cannot be done,
    and then the old file is as it was.
    """
    path = path.resolve()
    spare = ""
    try:
        # A name may be as long as the file system allows: only its beginning is taken over.
        prefix = f".{path.name[:40]}."
        handle, spare = tempfile.mkstemp(prefix=prefix, suffix="~", dir=path.parent)
        with open(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if path.exists():
            shutil.copymode(path, spare)
        else:
            os.chmod(spare, 0o666 & ~_umask())
        os.replace(spare, path)
    except OSError as error:
        with contextlib.suppress(OSError):
            os.unlink(spare)
        raise WriteError(f"{path}: cannot be written: {error.strerror}") from None


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
