"""Settings, all of them read through kernel/env.py; docs/operations.md has a line for each variable."""

from csp.constants import NONE, SELF

from raccordo.kernel.env import data_directory, database_settings, env_bool, env_list, env_text
from raccordo.kernel.keys import secret

DATA = data_directory()
DEBUG = False
SECRET_KEY = secret("django").decode()

LOCAL_HOSTS = ["localhost", "127.0.0.1", "[::1]"]
ALLOWED_HOSTS = env_list("RACCORDO_HOSTS", LOCAL_HOSTS)
HTTPS = env_bool("RACCORDO_HTTPS", default=ALLOWED_HOSTS != LOCAL_HOSTS)
# a demo installation, whose password everybody knows, answers on this machine alone
DEMO_ALLOWED = not HTTPS and ALLOWED_HOSTS == LOCAL_HOSTS
CSRF_TRUSTED_ORIGINS = [f"https://{host}" for host in ALLOWED_HOSTS] if HTTPS else []

INSTALLED_APPS = [
    "raccordo.config",
    "raccordo.public_site",
    "raccordo.workspace",
    "raccordo.reporting",
    "raccordo.intake",
    "raccordo.permissions",
    "raccordo.network",
    "raccordo.accounts",
    "raccordo.audit",
    "raccordo.ui",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "csp",
    "django_htmx",
    "django_tasks",
    "django_tasks_db",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.forms",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "csp.middleware.CSPMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "raccordo.accounts.middleware.NoStoreMiddleware",
    "raccordo.accounts.middleware.SessionLifeMiddleware",
    "django.contrib.auth.middleware.LoginRequiredMiddleware",
    "raccordo.accounts.middleware.SecondFactorMiddleware",
    "raccordo.permissions.middleware.ActorMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "allauth.account.middleware.AccountMiddleware",
]

ROOT_URLCONF = "raccordo.config.urls"
WSGI_APPLICATION = "raccordo.config.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.messages.context_processors.messages",
                "raccordo.config.context.shell",
            ],
        },
    }
]
FORM_RENDERER = "raccordo.ui.forms.FormRenderer"

DATABASES = {"default": database_settings(env_text("DATABASE_URL"), DATA)}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "cache",
        "OPTIONS": {"MAX_ENTRIES": 10_000},
    }
}
TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}

LANGUAGE_CODE = "it"
LANGUAGES = [("it", "Italiano"), ("en", "English")]
USE_THOUSAND_SEPARATOR = False
TIME_ZONE = "Europe/Rome"
USE_TZ = True

STATIC_URL = "/static/"
STATIC_ROOT = DATA / "static"
WHITENOISE_ALLOW_ALL_ORIGINS = False
UI_ASSETS_DIR = DATA / "assets"  # where raccordo.ui.assets writes what it makes of the design system
STATICFILES_FINDERS = [
    "django.contrib.staticfiles.finders.AppDirectoriesFinder",
    "raccordo.ui.finders.BootstrapItaliaFinder",
]
STORAGES = {
    "default": {
        "BACKEND": "django.core.files.storage.FileSystemStorage",
        "OPTIONS": {"location": str(DATA / "files")},
    },
    "staticfiles": {"BACKEND": "raccordo.ui.storage.StaticStorage"},
}

AUTH_USER_MODEL = "accounts.User"
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "raccordo.accounts.passwords.LengthValidator"},
    {"NAME": "raccordo.accounts.passwords.LocalWordsValidator"},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {
        "NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator",
        "OPTIONS": {"user_attributes": ("username", "full_name", "email")},
    },
]
ACCOUNT_ADAPTER = "raccordo.accounts.adapters.AccountAdapter"
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*"]  # nobody signs up; allauth asks to be told all the same
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_FORMS = {
    "login": "raccordo.accounts.forms.SignInForm",
    "change_password": "raccordo.accounts.forms.ChangePasswordForm",
    "reauthenticate": "raccordo.accounts.forms.ConfirmPasswordForm",
}
ACCOUNT_RATE_LIMITS = False  # raccordo.accounts.guessing counts, in a table of ours
MFA_ADAPTER = "raccordo.accounts.adapters.MFAAdapter"
MFA_FORMS = {
    "authenticate": "raccordo.accounts.forms.SecondFactorForm",
    "reauthenticate": "raccordo.accounts.forms.ConfirmCodeForm",
    "activate_totp": "raccordo.accounts.forms.EnrolmentForm",
}
MFA_RECOVERY_CODES_SHOW_ONCE = True
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes"]
MFA_TOTP_ISSUER = "Raccordo"
MFA_TOTP_TOLERANCE = 1
TRUSTED_PROXIES = env_list("RACCORDO_TRUSTED_PROXIES", [])  # addresses or networks whose X-Forwarded-For is believed
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "workspace:desk"
LOGOUT_REDIRECT_URL = "public_site:home"

SESSION_ENGINE = "raccordo.accounts.session_store"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_AGE = 10 * 60 * 60
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_SAMESITE = "Lax"
CSRF_FAILURE_VIEW = "raccordo.ui.errors.csrf_failure"
MESSAGE_STORAGE = "django.contrib.messages.storage.cookie.CookieStorage"
if HTTPS:
    SESSION_COOKIE_NAME = "__Host-session"
    CSRF_COOKIE_NAME = "__Host-csrf"
    SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = True
    SECURE_SSL_REDIRECT = env_bool("RACCORDO_SSL_REDIRECT", default=True)
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    SECURE_HSTS_SECONDS = 365 * 24 * 60 * 60
    SECURE_HSTS_INCLUDE_SUBDOMAINS = True

X_FRAME_OPTIONS = "DENY"
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
    }
}

DATA_UPLOAD_MAX_MEMORY_SIZE = 1_000_000
DATA_UPLOAD_MAX_NUMBER_FIELDS = 500

EMAIL_BACKEND = (
    "django.core.mail.backends.smtp.EmailBackend"
    if env_text("RACCORDO_SMTP_HOST")
    else ("django.core.mail.backends.console.EmailBackend")
)
EMAIL_HOST = env_text("RACCORDO_SMTP_HOST")
DEFAULT_FROM_EMAIL = env_text("RACCORDO_MAIL_FROM", "raccordo@localhost")

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{levelname} {name} {message}", "style": "{"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
    "loggers": {"raccordo": {"level": "INFO"}, "django.request": {"level": "ERROR"}},
}

FOOTER_LINKS = {"accessibility": env_text("RACCORDO_ACCESSIBILITY_URL"), "source": env_text("RACCORDO_SOURCE_URL")}
