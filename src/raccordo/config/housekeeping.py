"""What keeps the queue healthy: jobs that a dead worker left behind, and the jobs of every day."""

import logging
from datetime import datetime, time, timedelta

from django.db import transaction
from django_tasks import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from raccordo.config.tasks import DAILY
from raccordo.kernel.clock import at
from raccordo.kernel.db import lock_name

ABANDONED_AFTER = timedelta(minutes=15)  # no job of ours lasts so long
MOST_ATTEMPTS = 3
DIED = "The worker died while it ran this job, {attempts} times."

logger = logging.getLogger(__name__)


@transaction.atomic
def give_back_abandoned_jobs(*, at_instant: datetime) -> int:
    """Queue again the jobs whose worker was killed; give up on one that killed several. Returns how many."""
    abandoned = DBTaskResult.objects.running().select_for_update().filter(started_at__lt=at_instant - ABANDONED_AFTER)
    found = list(abandoned)
    for job in found:
        attempts = len(job.worker_ids)
        if attempts < MOST_ATTEMPTS:
            job.status = TaskResultStatus.READY
            job.started_at = None
            logger.warning("job.given_back id=%s task=%s attempts=%d", job.pk, job.task_path, attempts)
        else:
            job.status = TaskResultStatus.FAILED
            job.finished_at = at_instant
            job.traceback = DIED.format(attempts=attempts)
            logger.error("job.given_up id=%s task=%s attempts=%d", job.pk, job.task_path, attempts)
        job.save(update_fields=["status", "started_at", "finished_at", "traceback"])
    return len(found)


@transaction.atomic
def enqueue_daily_jobs(*, at_instant: datetime) -> int:
    """Each daily job once a day, however many workers there are. Returns how many were queued."""
    lock_name("daily jobs")
    midnight = at(at_instant.date(), time.min)
    done = set(DBTaskResult.objects.filter(enqueued_at__gte=midnight).values_list("task_path", flat=True))
    missing = [task for task in DAILY if task.module_path not in done]
    for task in missing:
        task.enqueue()
    return len(missing)
