"""Milliseconds of processor that Typst takes for a document that it sees for the first time."""

import json
import sys
import time

import typst

given = json.load(sys.stdin)
before = time.process_time()
typst.compile(
    given["template"],
    font_paths=given["fonts"],
    ignore_system_fonts=True,
    format="pdf",
    pdf_standards=["ua-1", "a-2a"],
    sys_inputs={"data": given["data"]},
    timestamp=0,
)
print(1000 * (time.process_time() - before))
