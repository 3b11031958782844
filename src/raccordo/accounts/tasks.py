"""Mails about accounts, sent by the worker: a page that sends none would answer sooner, and tell who is known."""

from django.conf import settings
from django.core.mail import EmailMessage
from django.template.loader import render_to_string
from django_tasks import task

from raccordo.accounts.models import User
from raccordo.accounts.passwords import link_for


@task()
def send_password_links(user_ids: list[str], origin: str) -> None:
    """One mail to each. The link is made here, so that it is never stored."""
    for user in User.objects.active().filter(pk__in=user_ids).exclude(email=""):
        context = {"user": user, "link": link_for(user, origin), "origin": origin}
        text = render_to_string("accounts/mail/password_link.txt", context)
        EmailMessage("Una nuova password per Raccordo", text, settings.DEFAULT_FROM_EMAIL, [user.email]).send()
