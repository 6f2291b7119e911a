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


def compiled(*made_with: str) -> BytecodeCache | None:
    """Where compiled templates are kept; None if Python may not keep compiled modules.

    Jinja compiles a template again when its text changes; a change to this package, to Jinja's
    version or to `made_with` leads to other files. Those of one name share a file, wherever they are.
    """
    if sys.dont_write_bytecode:
        return None
    folder = Path(cache_from_source(str(HERE))).parent
    with suppress(OSError):
        folder.mkdir(parents=True, exist_ok=True)
        return _Compiled(str(folder), f"template-{_made_by(*made_with)}-%s.cache")
    return None


_LENGTH = hashlib.sha256().digest_size


class _Compiled(FileSystemBytecodeCache):
    """Compiled templates in a folder. One that can't be kept is compiled again next time."""

    def get_cache_key(self, name: str, filename: str | None = None) -> str:  # noqa: ARG002  as Jinja calls it
        """The key of a template: its name, since projects are in many folders."""
        return super().get_cache_key(name)

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


def _made_by(*made_with: str) -> str:
    """A short name for what the result depends on, besides a template: code, versions, options."""
    made = hashlib.sha256("\0".join((jinja2.__version__, *made_with)).encode())
    for module in sorted(HERE.parent.glob("*.py")):
        made.update(module.read_bytes())
    return made.hexdigest()[:16]
