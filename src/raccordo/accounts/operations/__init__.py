"""What happens to users: who they are, how they come in and go."""

from raccordo.accounts.operations.people import (
    NotOneself,
    add_demo_user,
    add_user,
    disable_user,
    enable_user,
    offer_password,
    reset_second_factor,
    set_password,
)
from raccordo.accounts.operations.sessions import (
    note_failed_code,
    note_failed_sign_in,
    note_recovery_codes,
    note_second_factor,
    note_sign_in,
    note_sign_out,
)
from raccordo.accounts.operations.tries import begin_try, forget_old_tries, forgive_try

__all__ = [
    "NotOneself",
    "add_demo_user",
    "add_user",
    "begin_try",
    "disable_user",
    "enable_user",
    "forget_old_tries",
    "forgive_try",
    "note_failed_code",
    "note_failed_sign_in",
    "note_recovery_codes",
    "note_second_factor",
    "note_sign_in",
    "note_sign_out",
    "offer_password",
    "reset_second_factor",
    "set_password",
]
