"""Addresses of this app."""

from django.urls import path

from raccordo.reporting import views

app_name = "reporting"
urlpatterns = [
    path("monitoraggio/", views.monitoring, name="monitoring"),
    path("monitoraggio/perche/<str:code>/", views.why, name="why"),
    path("rendiconti/", views.returns, name="returns"),
    path("rendiconti/<slug:code>/", views.return_page, name="return"),
    path("rendiconti/<slug:code>.<slug:file_format>", views.return_file, name="return_file"),
]
