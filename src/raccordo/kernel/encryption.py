"""Encryption of single values at rest: AES-256-GCM, bound to the place that the value belongs to."""

import base64
import os

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from raccordo.kernel.keys import secret

PREFIX = "rc1:"  # version of the format, so that a later one can be told apart
NONCE_BYTES = 12


class WrongKey(ValueError):
    """The value was not encrypted with this key, or not for this place, or was altered."""


def _cipher() -> AESGCM:
    key = HKDF(algorithm=SHA256(), length=32, salt=None, info=b"raccordo fields").derive(secret("fields"))
    return AESGCM(key)


def encrypt(text: str, *, place: str) -> str:
    """`text` as printable ciphertext; `place` (table.column) must be given again to read it."""
    nonce = os.urandom(NONCE_BYTES)
    sealed = _cipher().encrypt(nonce, text.encode(), place.encode())
    return PREFIX + base64.b64encode(nonce + sealed).decode()


def decrypt(value: str, *, place: str) -> str:
    """The text that was encrypted for `place`. Raises WrongKey rather than returning anything doubtful."""
    if not value.startswith(PREFIX):
        raise WrongKey("Il valore non è cifrato.")
    raw = base64.b64decode(value.removeprefix(PREFIX))
    try:
        return _cipher().decrypt(raw[:NONCE_BYTES], raw[NONCE_BYTES:], place.encode()).decode()
    except InvalidTag:
        raise WrongKey("La chiave dei campi non apre questo valore.") from None
