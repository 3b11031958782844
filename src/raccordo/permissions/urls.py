"""Addresses of this app."""

from django.urls import path

from raccordo.permissions import views

app_name = "permissions"
urlpatterns = [
    path("ruolo/", views.hat, name="hat"),
    path("persone/", views.users, name="users"),
    path("persone/nuova/", views.user_add, name="user_add"),
    path("persone/<uuid:user_id>/", views.user, name="user"),
    path("persone/<uuid:user_id>/link/", views.user_link, name="user_link"),
    path("persone/<uuid:user_id>/disattiva/", views.user_disable, name="user_disable"),
    path("persone/<uuid:user_id>/riattiva/", views.user_enable, name="user_enable"),
    path("persone/<uuid:user_id>/secondo-fattore/", views.factor_reset, name="factor_reset"),
    path("persone/<uuid:user_id>/incarichi/nuovo/", views.grant_add, name="grant_add"),
    path("persone/<uuid:user_id>/incarichi/<uuid:grant_id>/fine/", views.grant_end, name="grant_end"),
]
