"""Addresses of this app; config puts them in i18n_patterns, so that each has an English twin under /en/."""

from django.urls import path

from raccordo.public_site import views

app_name = "public_site"
urlpatterns = [
    path("", views.home, name="home"),
    path("reti/<slug:code>/", views.network, name="network"),
    path("punti/", views.points, name="points"),
    path("punti/<slug:slug>/", views.point, name="point"),
    path("punti/<slug:code>/<slug:slug>/", views.point_of_network, name="point_of_network"),
    path("accessibilita/", views.accessibility, name="accessibility"),
    path("privacy/", views.privacy, name="privacy"),
    path("calendario/", views.calendar, name="calendar"),
]
