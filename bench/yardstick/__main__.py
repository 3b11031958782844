"""`python -m bench.yardstick ROWS`: make the tables and as many accesses, the same ones every time."""

import os
import random
import sys
from datetime import date, timedelta

import django

DAYS = 365
NEEDS = ["GEN", "INF", "COP", "MIN", "ADO", "PAD", "PER", "RET"]


def main(rows: int) -> None:
    """Fill an empty database with seven sites and `rows` accesses over a year."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "bench.yardstick.settings")
    django.setup()
    from django.core.management import call_command

    from bench.yardstick.models import Access, Need, Site

    call_command("migrate", verbosity=0, interactive=False)
    dice = random.Random(2)
    sites = Site.objects.bulk_create([Site(name=f"Centro per la Famiglia, punto {number}") for number in range(1, 8)])
    first = date(2025, 11, 1)
    accesses = Access.objects.bulk_create(
        [
            Access(
                site=dice.choice(sites),
                day=first + timedelta(days=dice.randrange(DAYS)),
                channel=dice.choice(["PERS", "TEL", "MAIL", "APPU"]),
                visitor=dice.choice(["MADRE", "PADRE", "COPPIA", "NONNO", "INSEG"]),
                phase=dice.choice(["MILLE", "INF", "PRIM", "ADOL", ""]),
                outcome=dice.choice(["E1", "E2", "E4", "E8"]),
            )
            for _ in range(rows)
        ],
        batch_size=2000,
    )
    needs = [Need(access=each, code=code) for each in accesses for code in dice.sample(NEEDS, dice.choice([1, 1, 2]))]
    Need.objects.bulk_create(needs, batch_size=5000)


if __name__ == "__main__":
    main(int(sys.argv[1]))
