"""Typst in a process of its own: what it keeps in memory ends with the document, and a crash of it is only that.

A web process that has typeset once would hold 40 MB more for the rest of its life (docs/performance.md).
"""

import json
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

LONGEST = 60  # seconds; a return takes less than one


class NotTypeset(Exception):
    """Typst refused the document; the message is its own."""


def typeset(template: Path, data: str, *, fonts: Sequence[str], timestamp: int) -> bytes:
    """The PDF (PDF/UA-1 and PDF/A-2a) that the template makes of `data`; the same input gives the same bytes."""
    given = json.dumps({"template": str(template), "data": data, "fonts": list(fonts), "timestamp": timestamp})
    done = subprocess.run(
        [sys.executable, "-I", __file__], input=given.encode(), capture_output=True, timeout=LONGEST, check=False
    )
    if done.returncode != 0:
        raise NotTypeset(done.stderr.decode(errors="replace"))
    return done.stdout


def _typeset_here() -> None:
    """What the process does: reads what is given, writes the PDF."""
    import typst

    given = json.load(sys.stdin)
    made = typst.compile(
        given["template"],
        font_paths=given["fonts"],
        ignore_system_fonts=True,
        format="pdf",
        pdf_standards=["ua-1", "a-2a"],
        sys_inputs={"data": given["data"]},
        timestamp=given["timestamp"],
    )
    if not isinstance(made, bytes):
        raise TypeError("Typst gives one file as bytes.")
    sys.stdout.buffer.write(made)


if __name__ == "__main__":
    _typeset_here()
