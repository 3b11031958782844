"""What the person at the terminal sees: numbered steps with their seconds, and sentences when something is missing."""

import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

QUIET_TERMINAL_EVERY = 10  # seconds between two signs of life when the output is a log and not a screen


class Stop(Exception):
    """The command cannot go on; the message is the sentence that the person reads."""


def say(text: str = "") -> None:
    print(text, flush=True)


@contextmanager
def step(number: int, total: int, title: str) -> Iterator[None]:
    """One numbered step: its title, a sign of life while it lasts, its seconds at the end."""
    label = f"[{number}/{total}] {title}"
    started = time.monotonic()
    done = threading.Event()
    ticker = threading.Thread(target=_tick, args=(label, started, done), daemon=True)
    print(f"{label} …", end="" if sys.stdout.isatty() else "\n", flush=True)
    ticker.start()
    outcome = "non riuscito dopo "
    try:
        yield
        outcome = ""
    finally:
        done.set()
        ticker.join()
        start_of_line = "\r" if sys.stdout.isatty() else ""
        say(f"{start_of_line}{label}: {outcome}{time.monotonic() - started:.1f} s   ")


def _tick(label: str, started: float, done: threading.Event) -> None:
    screen = sys.stdout.isatty()
    while not done.wait(1 if screen else QUIET_TERMINAL_EVERY):
        seconds = int(time.monotonic() - started)
        print(f"\r{label} … {seconds} s" if screen else f"      … {seconds} s", end="" if screen else "\n", flush=True)
