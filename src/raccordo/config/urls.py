"""Every address, app by app. Public pages carry their language in the path; the rest is in Italian."""

from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path

from raccordo.config.health import healthz

urlpatterns = [
    path("healthz", healthz, name="healthz"),
    path("", include("raccordo.accounts.urls")),
    path("", include("raccordo.permissions.urls")),
    path("", include("raccordo.workspace.urls")),
    path("accessi/", include("raccordo.intake.urls")),
    path("", include("raccordo.reporting.urls")),
    *i18n_patterns(path("", include("raccordo.public_site.urls")), prefix_default_language=False),
]

handler400 = "raccordo.ui.errors.bad_request"
handler403 = "raccordo.ui.errors.forbidden"
handler404 = "raccordo.ui.errors.not_found"
handler500 = "raccordo.ui.errors.server_error"
