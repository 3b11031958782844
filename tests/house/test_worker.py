"""The queue: a killed worker loses no job, and the jobs of the day are queued once."""

from datetime import timedelta

import pytest
from django.contrib.sessions.models import Session
from django.core.management import call_command
from django_tasks import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from raccordo.config.housekeeping import MOST_ATTEMPTS, enqueue_daily_jobs, give_back_abandoned_jobs
from raccordo.config.tasks import DAILY, clear_expired
from raccordo.kernel.clock import now

pytestmark = pytest.mark.django_db


@pytest.fixture
def left_behind():
    """A job whose worker was killed an hour ago."""
    job = clear_expired.enqueue().db_result
    job.claim("dead worker")
    job.started_at = now() - timedelta(hours=1)
    job.save()
    return job


def test_a_job_of_a_killed_worker_is_queued_again(left_behind):
    assert give_back_abandoned_jobs(at_instant=now()) == 1
    left_behind.refresh_from_db()
    assert (left_behind.status, left_behind.started_at) == (TaskResultStatus.READY, None)


def test_a_job_that_just_began_is_left_alone(left_behind):
    left_behind.started_at = now()
    left_behind.save()
    assert give_back_abandoned_jobs(at_instant=now()) == 0


def test_a_job_that_kills_its_worker_is_given_up(left_behind):
    left_behind.worker_ids = ["dead"] * MOST_ATTEMPTS
    left_behind.save()
    give_back_abandoned_jobs(at_instant=now())
    left_behind.refresh_from_db()
    assert left_behind.status == TaskResultStatus.FAILED
    assert "died" in left_behind.traceback


def test_the_jobs_of_the_day_are_queued_once():
    assert enqueue_daily_jobs(at_instant=now()) == len(DAILY)
    assert enqueue_daily_jobs(at_instant=now()) == 0
    assert enqueue_daily_jobs(at_instant=now() + timedelta(days=1)) == len(DAILY)


@pytest.mark.django_db(transaction=True)
def test_the_worker_does_the_jobs_of_the_day():
    ended = Session.objects.create(session_key="ended", session_data="", expire_date=now() - timedelta(days=1))
    current = Session.objects.create(session_key="current", session_data="", expire_date=now() + timedelta(days=1))
    call_command("worker", once=True)
    assert set(DBTaskResult.objects.values_list("status", flat=True)) == {TaskResultStatus.SUCCESSFUL}
    assert list(Session.objects.all()) == [current]
    assert ended not in Session.objects.all()
