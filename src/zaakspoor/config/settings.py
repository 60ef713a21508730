"""The settings of Zaakspoor. Every value a municipality may change comes from the environment.

docs/operations.md lists each name; a test fails when one is missing there.
"""

from base64 import b64decode
from datetime import date
from pathlib import Path
from typing import Any

import dj_database_url
from csp.constants import NONE, SELF
from environs import Env

env = Env()
PACKAGE_DIR = Path(__file__).resolve().parent.parent

# "demo" runs on keys that everybody can read; `zaakspoor check` refuses them in "production".
ENVIRONMENT = env.str("ENVIRONMENT", "demo")
PRODUCTION = ENVIRONMENT == "production"
DEBUG = False
DATA_DIR = Path(env.str("DATA_DIR", "var")).resolve()

# --- keys -------------------------------------------------------------------------------------

DEMO_SECRET = "demo-only-never-use-this-in-production-0123456789"
DEMO_KEY = "ZGVtby1zbGV1dGVsLW5pZXQtaW4tcHJvZHVjdGllLSE="
SECRET_KEY = env.str("SECRET_KEY", DEMO_SECRET)
DATA_KEYS = [b64decode(key) for key in env.list("DATA_KEYS", [DEMO_KEY])]
HASH_KEY = b64decode(env.str("HASH_KEY", DEMO_KEY))
SEAL_KEYSTORE = env.str("SEAL_KEYSTORE", "")
SEAL_PASSWORD = env.str("SEAL_PASSWORD", "")

# --- where it runs ----------------------------------------------------------------------------

HOST = env.str("HOST", "127.0.0.1")
PORT = env.int("PORT", 8000)
# Links in messages and documents start here: a worker has no request to ask.
BASE_URL = env.str("BASE_URL", f"http://localhost:{PORT}").rstrip("/")
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", ["localhost", "127.0.0.1", "testserver"])
CSRF_TRUSTED_ORIGINS = [BASE_URL]
WORKER_THREADS = env.int("WORKER_THREADS", 24)
WEB_THREADS = env.int("WEB_THREADS", 8)

# --- the municipality -------------------------------------------------------------------------

MUNICIPALITY = env.str("MUNICIPALITY", "Voorbeeldstad")
# The RSIN of the municipality: the bronorganisatie of everything it registers.
MUNICIPALITY_RSIN = env.str("MUNICIPALITY_RSIN", "999990482")
MUNICIPALITY_CODE = env.str("MUNICIPALITY_CODE", "9999")
MUNICIPALITY_PHONE = env.str("MUNICIPALITY_PHONE", "14 0999")
MUNICIPALITY_ADDRESS = env.str("MUNICIPALITY_ADDRESS", "Voorbeeldplein 1, 9999 ZZ Voorbeeldstad")
MUNICIPALITY_HOURS = env.str(
    "MUNICIPALITY_HOURS", "maandag tot en met vrijdag van 9.00 tot 17.00 uur"
)
THEME = env.str("THEME", "")
# Days that a decree equates with a public holiday (Algemene termijnenwet 3 lid 3).
_EQUATED: list[str] = env.list("EQUATED_DAYS", [])
EQUATED_DAYS = [date.fromisoformat(day) for day in _EQUATED]

# --- the world --------------------------------------------------------------------------------

BRP_URL = env.str("BRP_URL", "http://127.0.0.1:8011/haalcentraal/api/brp")
BRP_API_KEY = env.str("BRP_API_KEY", "demo")
BRP_TIMEOUT_SECONDS = env.float("BRP_TIMEOUT_SECONDS", 5.0)
DIGID_ISSUER = env.str("DIGID_ISSUER", "http://localhost:8012")
DIGID_CLIENT_ID = env.str("DIGID_CLIENT_ID", "zaakspoor")
DIGID_CLIENT_SECRET = env.str("DIGID_CLIENT_SECRET", "demo-digid")
STAFF_ISSUER = env.str("STAFF_ISSUER", "http://localhost:8013")
STAFF_CLIENT_ID = env.str("STAFF_CLIENT_ID", "zaakspoor-werkplek")
STAFF_CLIENT_SECRET = env.str("STAFF_CLIENT_SECRET", "demo-werkplek")
SMTP_HOST = env.str("SMTP_HOST", "127.0.0.1")
SMTP_PORT = env.int("SMTP_PORT", 8014)
SMTP_USER = env.str("SMTP_USER", "")
SMTP_PASSWORD = env.str("SMTP_PASSWORD", "")
SMTP_STARTTLS = env.bool("SMTP_STARTTLS", False)
MAIL_FROM = env.str("MAIL_FROM", "Gemeente Voorbeeldstad <niet-antwoorden@voorbeeldstad.example>")

# --- Django -----------------------------------------------------------------------------------

INSTALLED_APPS = [
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "csp",
    "zaakspoor.config",
    "zaakspoor.events",
    "zaakspoor.registers.catalogi",
    "zaakspoor.registers.zaken",
    "zaakspoor.registers.documenten",
    "zaakspoor.process.route",
    "zaakspoor.process.terms",
    "zaakspoor.process.papers",
    "zaakspoor.process.automatic",
    "zaakspoor.process.intake",
    "zaakspoor.process.messages",
    "zaakspoor.interfaces.design",
    "zaakspoor.interfaces.identity",
    "zaakspoor.interfaces.portal",
    "zaakspoor.interfaces.workbench",
    "zaakspoor.interfaces.public",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]
ROOT_URLCONF = "zaakspoor.config.urls"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
DESIGN_DIR = PACKAGE_DIR / "interfaces" / "design"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.messages.context_processors.messages",
                "zaakspoor.interfaces.design.context.municipality",
            ],
        },
    }
]

# --- the database -----------------------------------------------------------------------------

DATABASES: dict[str, Any] = {
    "default": dj_database_url.parse(
        env.str("DATABASE_URL", f"sqlite:///{DATA_DIR / 'zaakspoor.sqlite3'}")
    )
}
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    DATABASES["default"]["ENGINE"] = "zaakspoor.config.sqlite3"
    DATABASES["default"]["OPTIONS"] = {
        # A deferred transaction that reads and then writes fails at once under load, whatever
        # the timeout; an immediate one waits its turn.
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;",
    }
# Opening a connection takes milliseconds on both databases.
DATABASES["default"]["CONN_MAX_AGE"] = 60

# --- language, time, files --------------------------------------------------------------------

LANGUAGE_CODE = "nl"
LANGUAGES = [("nl", "Nederlands"), ("en", "English")]
LOCALE_PATHS = [PACKAGE_DIR / "locale"]
TIME_ZONE = "Europe/Amsterdam"
USE_TZ = True
USE_I18N = True

STATIC_URL = "/static/"
STATIC_ROOT = DATA_DIR / "static"
# `make` puts the design system's CSS and fonts in "built"; they are never committed.
STATICFILES_DIRS = [DESIGN_DIR / "built"]
DOCUMENT_ROOT = Path(env.str("DOCUMENT_ROOT", str(DATA_DIR / "documenten")))
DOCUMENT_BUCKET = env.str("DOCUMENT_BUCKET", "")
DOCUMENT_STORAGE: dict[str, Any] = (
    {"BACKEND": "storages.backends.s3.S3Storage", "OPTIONS": {"bucket_name": DOCUMENT_BUCKET}}
    if DOCUMENT_BUCKET
    else {
        "BACKEND": "django.core.files.storage.FileSystemStorage",
        "OPTIONS": {"location": DOCUMENT_ROOT},
    }
)
STORAGES = {
    "default": DOCUMENT_STORAGE,
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}

# --- safety -----------------------------------------------------------------------------------

SESSION_COOKIE_NAME = "zaakspoor_sessie"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = BASE_URL.startswith("https://")
# DigiD asks for at most 15 minutes without action. The login ends then; the session itself
# lives on for a while, to give back what somebody had typed.
SESSION_MINUTES = env.int("SESSION_MINUTES", 15)
SESSION_COOKIE_AGE = 2 * 60 * 60
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
SESSION_ENGINE = "django.contrib.sessions.backends.db"
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"
X_FRAME_OPTIONS = "DENY"
CSRF_FAILURE_VIEW = "zaakspoor.interfaces.public.views.errors.csrf_failure"
SECURE_REFERRER_POLICY = "same-origin"
SECURE_HSTS_SECONDS = 31_536_000 if BASE_URL.startswith("https://") else 0
DATA_UPLOAD_MAX_MEMORY_SIZE = 12_000_000
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF, DIGID_ISSUER, STAFF_ISSUER],
        "frame-ancestors": [NONE],
        "base-uri": [NONE],
    }
}

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "%(asctime)s %(levelname)s %(name)s %(message)s"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    # One line per call to the registry says nothing that the case does not.
    "loggers": {"httpx": {"level": "WARNING"}},
    "root": {"handlers": ["console"], "level": env.str("LOG_LEVEL", "INFO")},
}
