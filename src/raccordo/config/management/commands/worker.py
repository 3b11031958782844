"""`worker`: runs the queued jobs, gives back those whose worker died, and once a day does the housekeeping."""

import signal
import time
from types import FrameType
from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.utils.crypto import get_random_string
from django_tasks_db.management.commands.db_worker import Worker

from raccordo.config.housekeeping import enqueue_daily_jobs, give_back_abandoned_jobs
from raccordo.kernel.clock import now

SECONDS_BETWEEN_ROUNDS = 60


class Command(BaseCommand):
    help = "Esegue i lavori in coda, riprende quelli rimasti a metà e ogni giorno fa le pulizie."
    requires_system_checks = ()

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--interval", type=float, default=1.0, help="secondi di attesa quando la coda è vuota")
        parser.add_argument("--once", action="store_true", help="esegue ciò che è in coda e termina")

    def handle(self, *, interval: float, once: bool, **options: Any) -> None:
        self.worker = new_worker()
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, self._leave)
        next_round = time.monotonic()
        while self.worker.running:
            if time.monotonic() >= next_round:
                give_back_abandoned_jobs(at_instant=now())
                enqueue_daily_jobs(at_instant=now())
                next_round = time.monotonic() + SECONDS_BETWEEN_ROUNDS
            self.worker.run()
            if once:
                return
            time.sleep(interval)

    def _leave(self, number: int, frame: FrameType | None) -> None:
        """Finish the job in hand, if there is one; with empty hands leave at once."""
        self.worker.running = False
        if not self.worker.running_task:
            raise SystemExit(0)


def new_worker() -> Worker:
    """One that empties the queue and returns, so that this command decides what happens between two rounds."""
    return Worker(
        queue_names=["*"],
        excluded_queue_names=[],
        interval=0,
        batch=True,
        backend_name="default",
        startup_delay=False,
        max_tasks=None,
        worker_id=get_random_string(32),
    )
