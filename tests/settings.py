"""The settings of the product, with the few things that a test must not share with an installation."""

import atexit
import os
import shutil
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent

if (
    "RACCORDO_TEST_HOME" not in os.environ
):  # `./raccordo test` gives one; whoever starts pytest alone gets one that goes away
    os.environ["RACCORDO_TEST_HOME"] = tempfile.mkdtemp(prefix="raccordo-tests-")
    atexit.register(shutil.rmtree, os.environ["RACCORDO_TEST_HOME"], ignore_errors=True)
HOME = Path(os.environ["RACCORDO_TEST_HOME"])
HOME.mkdir(parents=True, exist_ok=True)

os.environ["RACCORDO_DATA"] = str(HOME)
for name in ("DJANGO", "FIELDS", "TRAIL"):
    os.environ[f"RACCORDO_{name}_KEY"] = f"only for tests, not a secret: {name.lower()}"
os.environ["RACCORDO_DEMO_PASSWORD"] = "una-password-di-prova"
for name in ("RACCORDO_HOSTS", "RACCORDO_HTTPS", "RACCORDO_SMTP_HOST"):
    os.environ.pop(name, None)

from raccordo.config.settings import *  # noqa: E402, F403  (the environment comes first)
from raccordo.config.settings import DATABASES, MIDDLEWARE, STORAGES  # noqa: E402

# a file, not memory: the server of the journeys and the test then have a connection each, as in production
DATABASES["default"]["TEST"] = (
    {"NAME": str(HOME / "test.sqlite3")}
    if "sqlite3" in str(DATABASES["default"]["ENGINE"])
    else {"TEMPLATE": "template0"}
)
DATABASES["default"]["CONN_MAX_AGE"] = 0
STATIC_ROOT = ROOT / ".pytest_cache" / "static"  # made once, made again when a source changed
STORAGES["default"] = {"BACKEND": "django.core.files.storage.InMemoryStorage"}
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]  # signing in costs nothing here
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
# it reads the whole static folder for every test client: three quarters of a request
MIDDLEWARE = [name for name in MIDDLEWARE if not name.startswith("whitenoise.")]
