"""`python -m bench.product COMMAND …`: one command in the product's Django, on the data of `$RACCORDO_DATA`."""

import json
import sys

import django


def main(words: list[str]) -> None:
    """Prints one line of JSON."""
    django.setup()
    from bench.product import counting, filling, reporting, sessions

    commands = {
        "session": lambda username: sessions.session_of(username),
        "fill": lambda rows: filling.fill(int(rows)),
        "shrink": lambda rows: filling.shrink(int(rows)),
        "stored": lambda: filling.stored(json.load(sys.stdin)),
        "queries": lambda: counting.queries_by_page(),
        "return": lambda rounds: reporting.return_beside_sql(int(rounds)),
        "pdf": lambda rounds: reporting.pdf_beside_typst(int(rounds)),
        "addresses": lambda: sessions.addresses(),
    }
    print(json.dumps(commands[words[0]](*words[1:])))


if __name__ == "__main__":
    main(sys.argv[1:])
