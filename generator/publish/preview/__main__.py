"""`python -m generator.publish.preview FOLDER HOST:PORT MOUNT`: the process of the server.

Each line that it reads is a notice, in JSON, for a site that has just changed. It ends with the
process that writes these lines.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from threading import Thread

import click

from generator.console import be_interruptible
from generator.pages.processes import end_with_parent
from generator.publish.preview.server import PreviewServer


def main() -> int:
    """Serve until it is interrupted, or nobody writes any more."""
    end_with_parent()
    be_interruptible()
    folder, address, mount = sys.argv[1:]
    host, _, port = address.rpartition(":")
    try:
        server = PreviewServer(Path(folder), host.strip("[]") or "127.0.0.1", int(port), mount)
    except (OSError, OverflowError, ValueError) as error:
        click.echo(f"{address} can't be used ({error}); choose another with --address.", err=True)
        return 1
    with server:
        server.shown.change(json.loads(sys.stdin.readline() or '""'))
        click.echo(f"The preview is at http://{address}{server.mount}")
        Thread(target=server.serve_forever, daemon=True).start()
        try:
            for line in sys.stdin:
                server.shown.change(json.loads(line))
        except KeyboardInterrupt:
            pass
    return 0


if __name__ == "__main__":
    sys.exit(main())
