"""A person who is not of the demo, and the codes that their telephone would show."""

from collections.abc import Callable

import pytest
from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, hotp_value, yield_hotp_counters_from_time
from django.test import Client

from raccordo.accounts.models import User
from tests.cast import PASSWORD

SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"


@pytest.fixture
def rosa(db: None) -> User:
    """Works here for real; has no second factor yet."""
    user = User(username="rosa", full_name="Rosa Neri", email="rosa@example.org")
    user.set_password(PASSWORD)
    user.save()
    return user


@pytest.fixture
def rosa_with_factor(rosa: User) -> User:
    TOTP.activate(rosa, SECRET)
    return rosa


def code_of(secret: str = SECRET, step: int = 0) -> str:
    """What the app shows now, or `step` half-minutes from now."""
    now = list(yield_hotp_counters_from_time())[1]
    return format_hotp_value(hotp_value(secret, now + step))


@pytest.fixture
def sign_in(client: Client) -> Callable[..., object]:
    """Post the sign-in form: `sign_in("rosa", password=…, address=…)`."""

    def post(username: str, password: str = PASSWORD, address: str = "192.0.2.1", **more: str) -> object:
        return client.post("/accedi/", {"login": username, "password": password, **more}, REMOTE_ADDR=address)

    return post
