"""Compiled templates, kept where Python keeps compiled modules."""

from __future__ import annotations

import hashlib
import sys
from contextlib import suppress
from importlib.util import cache_from_source
from pathlib import Path
from tempfile import NamedTemporaryFile

import jinja2
from jinja2.bccache import Bucket, BytecodeCache, FileSystemBytecodeCache

HERE = Path(__file__)
"""A module of this package: what Jinja compiles depends on the package's options and filters."""


def compiled() -> BytecodeCache | None:
    """Where compiled templates are kept; None if Python may not keep compiled modules.

    Jinja compiles a template again when its text changes; a change to this package or to Jinja's
    version leads to other files.
    """
    if sys.dont_write_bytecode:
        return None
    folder = Path(cache_from_source(str(HERE))).parent
    with suppress(OSError):
        folder.mkdir(parents=True, exist_ok=True)
        return _Compiled(str(folder), f"template-{_made_by()}-%s.cache")
    return None


_LENGTH = hashlib.sha256().digest_size


class _Compiled(FileSystemBytecodeCache):
    """Compiled templates in a folder. One that can't be kept is compiled again next time."""

    def load_bytecode(self, bucket: Bucket) -> None:
        with suppress(OSError):
            data = Path(self._get_cache_filename(bucket)).read_bytes()
            code, digest = data[:-_LENGTH], data[-_LENGTH:]
            if hashlib.sha256(code).digest() == digest:  # else Python itself could fall over it
                bucket.bytecode_from_string(code)

    def dump_bytecode(self, bucket: Bucket) -> None:
        code = bucket.bytecode_to_string()
        file = Path(self._get_cache_filename(bucket))
        with suppress(OSError), NamedTemporaryFile(dir=file.parent, delete=False) as fresh:
            fresh.write(code + hashlib.sha256(code).digest())
            fresh.close()
            Path(fresh.name).replace(file)


def _made_by() -> str:
    """A short name for what the result depends on: this package's code and Jinja's version."""
    made = hashlib.sha256(jinja2.__version__.encode())
    for module in sorted(HERE.parent.glob("*.py")):
        made.update(module.read_bytes())
    return made.hexdigest()[:16]
