"""`./raccordo bench`: the product beside the yardstick, in turns, in one run."""

import argparse
import os
import shutil
import sys
import time
from pathlib import Path

from bench.measures import MEASURES
from bench.results import Result, table
from bench.stage import Stage
from tools.paths import ROOT
from tools.terminal import Stop, say

FOLDER = ROOT / "bench" / "var"


def main(words: list[str]) -> int:
    """Prints the table; 1 when an aim was missed."""
    options = parser().parse_args(words)
    wanted = [each.strip().upper() for each in options.only.split(",")] if options.only else list(MEASURES)
    if unknown := set(wanted) - MEASURES.keys():
        say(f"Non conosco {', '.join(sorted(unknown))}. Ci sono: {', '.join(MEASURES)}.")
        return 2
    if not options.keep:
        shutil.rmtree(options.folder, ignore_errors=True)
    options.folder.mkdir(parents=True, exist_ok=True)
    os.environ["RACCORDO_DATA"] = str(options.folder)
    stage = Stage(options.folder.absolute(), quick=options.quick)
    say(f"Misuro in {stage.folder}; carico della macchina {os.getloadavg()[0]:.1f}.")
    results: list[Result] = []
    for number in wanted:
        began = time.monotonic()
        found = list(MEASURES[number](stage))
        results += found
        for result in found:
            say("  ".join(filter(None, result.cells())))
        say(f"  ({number}: {time.monotonic() - began:.0f} s)")
    say(f"\n{table(results)}")
    return 1 if any(result.reached is False for result in results) else 0


def parser() -> argparse.ArgumentParser:
    made = argparse.ArgumentParser(
        prog="./raccordo bench", description="Misura il prodotto accanto al metro di riferimento, a turni."
    )
    made.add_argument("--quick", action="store_true", help="pochi giri, per un primo sguardo")
    made.add_argument("--only", metavar="F1,F4", help="solo queste misure")
    made.add_argument("--keep", action="store_true", help="riusa le banche dati dell’ultima volta")
    made.add_argument("--folder", type=Path, default=FOLDER, help="dove prepararle (di norma bench/var)")
    return made


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except Stop as stop:
        sys.exit(f"\n{stop}")
