"""Addresses of the yardstick."""

from django.urls import path

from bench.yardstick import views

urlpatterns = [
    path("", views.static_page, name="static"),
    path("accessi/", views.access_list, name="list"),
    path("accessi/nuovo/", views.access_add, name="add"),
    path("accessi/<int:pk>/", views.access_detail, name="detail"),
    path("esporta.csv", views.export, name="export"),
    path("sessione/", views.session, name="session"),
]
