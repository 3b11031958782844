"""The words of the command line, and what each of them calls."""

import argparse
import os
from collections.abc import Sequence
from typing import NoReturn

from tools import checks, serve
from tools.environment import ensure_environment, ensure_keys
from tools.paths import PYTHON, ROOT, child_environment
from tools.terminal import Stop, say

DATABASES = ("sqlite", "postgresql")


def main(arguments: Sequence[str]) -> int:
    """Run one command; a Stop is a sentence, not a traceback."""
    try:
        return _run(arguments)
    except Stop as stop:
        say(f"\n{stop}")
        return 1
    except KeyboardInterrupt:
        say("\nInterrotto.")
        return 130


def _run(arguments: Sequence[str]) -> int:
    if arguments[:1] == ["manage"] and arguments[1:] not in (["-h"], ["--help"]):
        _python("raccordo.config", arguments[1:], lock="run")
    if arguments[:1] == ["bench"] and arguments[1:] not in (["-h"], ["--help"]):
        _python("bench", arguments[1:], lock="test")
    parser = build_parser()
    options, rest = parser.parse_known_args(arguments)
    if rest and options.command != "test":
        parser.error(f"non capisco: {' '.join(rest)}")
    if options.command == "run":
        return serve.run(port=options.port, demo=not options.no_demo, database_url=options.database_url)
    if options.command == "check":
        return checks.check()
    databases = DATABASES if options.database is None else (options.database,)
    return checks.test(databases=databases, arguments=rest)


def build_parser() -> argparse.ArgumentParser:
    """Every command with its help."""
    parser = argparse.ArgumentParser(
        prog="./raccordo", description="Raccordo: il sistema informativo di una rete di Centri per la Famiglia."
    )
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMANDO")

    run = commands.add_parser("run", help="prepara tutto ciò che manca e serve le pagine", description=serve.__doc__)
    run.description = (
        "Prepara ambiente, banca dati, rete e anno di prova, poi serve le pagine finché non lo fermi con Ctrl+C."
    )
    run.add_argument("--port", type=int, default=8000, metavar="N", help="porta su 127.0.0.1 (di norma 8000)")
    run.add_argument("--no-demo", action="store_true", help="non caricare l’anno di prova in una banca dati vuota")
    run.add_argument(
        "--database-url", metavar="URL", help="banca dati: sqlite:///percorso o postgresql://utente:password@host/nome"
    )

    test = commands.add_parser("test", help="tutto ciò che esegue la CI, browser compreso, su SQLite e su PostgreSQL")
    test.description = (
        "Controlli statici e tutte le prove, su SQLite e su PostgreSQL. Gli altri argomenti vanno a pytest."
    )
    test.add_argument("--database", choices=DATABASES, help="solo su questa banca dati")

    check = commands.add_parser(
        "check", help="la parte veloce: stile, tipi, direzioni, prove senza browser (meno di due minuti)"
    )
    check.description = "La parte veloce di `test`, da eseguire prima di ogni commit."

    manage = commands.add_parser(
        "manage", help="un comando di Django, per esempio: manage network_check networks/hug2.yaml"
    )
    manage.description = "Esegue un comando di Django nell’ambiente del progetto; `./raccordo manage help` li elenca."

    bench = commands.add_parser("bench", help="misura il prodotto accanto al metro di riferimento")
    bench.description = "Misura il prodotto accanto a un piccolo programma Django di riferimento e stampa i rapporti."
    return parser


def _python(module: str, arguments: Sequence[str], *, lock: str) -> NoReturn:
    """Become `python -m module`, once its environment and its keys are there."""
    ensure_environment(lock)
    environment = child_environment()
    ensure_keys(environment)
    if module == "bench":
        os.chdir(ROOT)
    os.execve(str(PYTHON), [str(PYTHON), "-m", module, *arguments], environment)
