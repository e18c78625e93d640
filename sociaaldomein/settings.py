"""Settings. One code for both stacks: what differs is read from the environment.

Embedded (nothing set): SQLite and a broker on the file system, both under `var/`.
Large: DATABASE_URL, CELERY_BROKER_URL and CACHE_URL name the servers.
"""

import sys
from pathlib import Path

import environ
from celery.schedules import crontab
from csp.constants import NONE, SELF
from django.core.exceptions import ImproperlyConfigured

from sociaaldomein.geheim import read_secret

BASE_DIR = Path(__file__).resolve().parent.parent
env = environ.Env()

DATA_DIR = Path(env("DATA_DIR", default=str(BASE_DIR / "var")))
DATA_DIR.mkdir(parents=True, exist_ok=True)

DEBUG = env.bool("DEBUG", default=False)
SECRET_KEY = env("SECRET_KEY", default="")
if not SECRET_KEY and (_geheim := env("SECRET_KEY_FILE", default="")):
    SECRET_KEY = read_secret(Path(_geheim))
if not SECRET_KEY:
    if not (DEBUG or {"pytest", "mypy"} & sys.modules.keys()):
        raise ImproperlyConfigured(
            "SECRET_KEY ontbreekt. Zet in de omgeving een lange, willekeurige SECRET_KEY, of met "
            "SECRET_KEY_FILE de naam van een bestand; zet DEBUG=1 als u alleen wilt proberen."
        )
    SECRET_KEY = "alleen-voor-proberen-op-de-eigen-machine-nooit-voor-het-echte-werk"  # noqa: S105
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", default=["127.0.0.1", "localhost", "[::1]"])
CSRF_TRUSTED_ORIGINS = env.list("CSRF_TRUSTED_ORIGINS", default=[])

INSTALLED_APPS = [
    "sociaaldomein.apps.SociaaldomeinConfig",
    "monitor.apps.MonitorConfig",
    "programma.apps.ProgrammaConfig",
    "sociaaldomein.apps.BeheerConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django_tables2",
    "import_export",
    "simple_history",
    "csp",
    "axes",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "monitor.beheer.middleware.NooitBewaren",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "simple_history.middleware.HistoryRequestMiddleware",
    "axes.middleware.AxesMiddleware",
]

ROOT_URLCONF = "sociaaldomein.urls"
WSGI_APPLICATION = "sociaaldomein.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    },
]

# Figures that were confirmed must survive a power cut (synchronous=FULL), and two writers must
# wait for each other instead of failing (WAL, IMMEDIATE and a time-out are all three needed).
DATABASES = {"default": env.db("DATABASE_URL", default=f"sqlite:///{DATA_DIR / 'monitor.sqlite3'}")}
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    DATABASES["default"]["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; "
        "PRAGMA cache_size=-20000; PRAGMA temp_store=MEMORY;",
    }
else:
    DATABASES["default"]["CONN_MAX_AGE"] = 0
    DATABASES["default"]["CONN_HEALTH_CHECKS"] = True
    DATABASES["default"].setdefault("OPTIONS", {})["pool"] = {
        "min_size": 1,
        "max_size": env.int("DATABASE_POOL", default=8),
        "timeout": 10,
    }
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
CACHES = {
    "default": env.cache("CACHE_URL", default="locmemcache://"),
    # Drawn pages of publications; shared by all web processes when CACHE_URL names a server.
    "paginas": env.cache("CACHE_URL", default="locmemcache://paginas") | {"KEY_PREFIX": "pagina"},
}
if not env("CACHE_URL", default=""):
    CACHES["paginas"]["OPTIONS"] = {"MAX_ENTRIES": 2000}

AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "django.contrib.auth.backends.ModelBackend",
    "monitor.rechten.LidmaatschapBackend",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
LOGIN_URL = "inloggen"
LOGIN_REDIRECT_URL = "/"
# How many web servers of our own stand in front; each adds the address it saw to X-Forwarded-For.
VERTROUWDE_PROXIES = env.int("VERTROUWDE_PROXIES", default=0)
AXES_CLIENT_IP_CALLABLE = "monitor.adres.adres_van"
AXES_FAILURE_LIMIT = 10
AXES_COOLOFF_TIME = 0.25
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_LOCKOUT_TEMPLATE = "registration/geblokkeerd.html"
AXES_VERBOSE = False

LANGUAGE_CODE = "nl"
LANGUAGES = [("nl", "Nederlands")]
TIME_ZONE = "Europe/Amsterdam"
USE_I18N = True
USE_TZ = True
USE_THOUSAND_SEPARATOR = True
LOCALE_PATHS = [BASE_DIR / "sociaaldomein" / "locale"]

STATIC_URL = "static/"
STATICFILES_DIRS = [BASE_DIR / "static"]
STATIC_ROOT = DATA_DIR / "static"
STATIC_ROOT.mkdir(exist_ok=True)
MEDIA_ROOT = DATA_DIR / "media"
WHITENOISE_USE_FINDERS = env.bool("WHITENOISE_USE_FINDERS", default=DEBUG)
WHITENOISE_MAX_AGE = 3600
if not WHITENOISE_USE_FINDERS and "pytest" not in sys.modules:
    STORAGES = {
        "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
        "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
    }

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
        "object-src": [NONE],
    }
}
X_FRAME_OPTIONS = "DENY"
SECURE_REFERRER_POLICY = "same-origin"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_AGE = 8 * 3600
HTTPS = env.bool("HTTPS", default=not (DEBUG or "pytest" in sys.modules))
SECURE_SSL_REDIRECT = HTTPS
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if HTTPS else None
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
SECURE_HSTS_SECONDS = 31_536_000 if HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = HTTPS
SECURE_REDIRECT_EXEMPT = [r"^gezondheid/$"]
DATA_UPLOAD_MAX_NUMBER_FIELDS = 20_000

# import-export checks no permission of its own by default; monitor.beheer closes its addresses.
IMPORT_EXPORT_USE_TRANSACTIONS = True
IMPORT_EXPORT_IMPORT_PERMISSION_CODE = "add"
IMPORT_EXPORT_EXPORT_PERMISSION_CODE = "view"
IMPORT_EXPORT_ESCAPE_FORMULAE_ON_EXPORT = True
SIMPLE_HISTORY_ENABLED = True
DJANGO_TABLES2_TEMPLATE = "weergave/tabel.html"

# A message is only a wake-up call: the task row in our database is the truth.
CELERY_BROKER_URL = env("CELERY_BROKER_URL", default="filesystem://localhost")
if CELERY_BROKER_URL.startswith("filesystem"):
    # Folders of our own, 0700: a message passes through them in the clear.
    _broker = {n: str(DATA_DIR / "broker" / n) for n in ("berichten", "verwerkt", "besturing")}
    for _folder in _broker.values():
        Path(_folder).mkdir(parents=True, exist_ok=True, mode=0o700)
    CELERY_BROKER_TRANSPORT_OPTIONS = {
        "data_folder_in": _broker["berichten"],
        "data_folder_out": _broker["berichten"],
        "processed_folder": _broker["verwerkt"],
        "control_folder": _broker["besturing"],
        "store_processed": False,
        "polling_interval": 0.2,
    }
elif CELERY_BROKER_URL.startswith("redis"):
    CELERY_BROKER_TRANSPORT_OPTIONS = {"visibility_timeout": 900}
CELERY_TASK_IGNORE_RESULT = True
CELERY_TASK_ACKS_LATE = True
CELERY_TASK_REJECT_ON_WORKER_LOST = True
CELERY_WORKER_PREFETCH_MULTIPLIER = 1
CELERY_BROKER_CONNECTION_RETRY_ON_STARTUP = True
CELERY_TIMEZONE = TIME_ZONE
CELERY_BEAT_SCHEDULE_FILENAME = str(DATA_DIR / "beat")
CELERY_TASK_DEFAULT_QUEUE = env("CELERY_QUEUE", default="raadsmonitor")
# Seconds: quiet for so long means dead; and how often the running parts say that they live.
TAAK_STIL = env.float("TAAK_STIL", default=60.0)
HARTSLAG_SECONDEN = TAAK_STIL / 2
CELERY_BEAT_SCHEDULE = {
    "herstel": {"task": "monitor.tasks.herstel", "schedule": TAAK_STIL / 2},
    "hartslag": {"task": "monitor.tasks.hartslag", "schedule": HARTSLAG_SECONDEN},
    "ruim_lezersvragen": {
        "task": "monitor.tasks.ruim_lezersvragen",
        "schedule": crontab(hour=4, minute=10),
    },
    "herinner": {"task": "monitor.tasks.herinner", "schedule": crontab(hour=7, minute=30)},
}

# Bounds of a delivery; each can be widened by the environment.
INVOER_MAX_BYTES = env.int("INVOER_MAX_BYTES", default=10 * 1024 * 1024)
INVOER_MAX_BYTES_UITGEPAKT = env.int("INVOER_MAX_BYTES_UITGEPAKT", default=50 * 1024 * 1024)
INVOER_MAX_RIJEN = env.int("INVOER_MAX_RIJEN", default=250_000)
INVOER_MAX_KOLOMMEN = env.int("INVOER_MAX_KOLOMMEN", default=60)
# A file with about more rows than this is checked and applied by a worker.
INVOER_ACHTERGROND_RIJEN = env.int("INVOER_ACHTERGROND_RIJEN", default=10_000)
# A delivery is read in memory anyway: it does not pass through the temporary folder.
FILE_UPLOAD_MAX_MEMORY_SIZE = INVOER_MAX_BYTES + 64 * 1024

# Days that the text of a reader's question stays after it was dealt with; the address goes at once.
LEZERSVRAAG_DAGEN = env.int("LEZERSVRAAG_DAGEN", default=30)

EMAIL_BACKEND = env("EMAIL_BACKEND", default="django.core.mail.backends.console.EmailBackend")
EMAIL_HOST = env("EMAIL_HOST", default="localhost")
EMAIL_PORT = env.int("EMAIL_PORT", default=25)
EMAIL_HOST_USER = env("EMAIL_HOST_USER", default="")
EMAIL_HOST_PASSWORD = env("EMAIL_HOST_PASSWORD", default="")
EMAIL_USE_TLS = env.bool("EMAIL_USE_TLS", default=False)
EMAIL_TIMEOUT = 20
DEFAULT_FROM_EMAIL = env("DEFAULT_FROM_EMAIL", default="raadsmonitor@localhost")
BASIS_ADRES = env("BASIS_ADRES", default="")  # before the links in mails, such as https://monitor.x
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"kort": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "kort"}},
    "loggers": {"weasyprint": {"level": "ERROR"}},  # it names every rule it does not know
    "root": {"handlers": ["console"], "level": env("LOG_LEVEL", default="WARNING")},
}
TEST_RUNNER = "django.test.runner.DiscoverRunner"
