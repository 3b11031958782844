"""The jobs of the installation itself, run by `worker` once a day."""

import logging
from datetime import timedelta

from django.contrib.sessions.models import Session
from django_tasks import task
from django_tasks_db.models import DBTaskResult

from raccordo.accounts.operations import forget_old_tries
from raccordo.audit.operations import verify
from raccordo.kernel.clock import now

KEEP_JOBS_FOR = timedelta(days=30)

logger = logging.getLogger(__name__)


@task()
def clear_expired() -> None:
    """Sessions that ended, failed sign-ins no wait depends on, and what is known of jobs that finished a month ago."""
    forget_old_tries(now=now())
    Session.objects.filter(expire_date__lt=now()).delete()
    DBTaskResult.objects.finished().filter(finished_at__lt=now() - KEEP_JOBS_FOR).delete()


@task()
def verify_trail() -> None:
    """Recompute every seal of the trail; a broken one fails the job and is logged as an error."""
    broken = [chain for chain in verify() if chain.broken]
    for chain in broken:
        logger.error("trail.broken chain=%s", chain.chain)
    if broken:
        raise RuntimeError("The trail was altered: run audit_verify.")


DAILY = (clear_expired, verify_trail)
