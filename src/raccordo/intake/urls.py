"""Addresses of the desk."""

from django.urls import path

from raccordo.intake.views import listing, one, record

app_name = "intake"
urlpatterns = [
    path("", listing.contacts, name="list"),
    path("nuovo/", record.add, name="add"),
    path("esporta.<str:kind>", listing.export, name="export"),
    path("<uuid:contact_id>/", one.detail, name="detail"),
    path("<uuid:contact_id>/correggi/", one.edit, name="edit"),
    path("<uuid:contact_id>/annulla/", one.void, name="void"),
    path("<uuid:contact_id>/disfai/", record.undo, name="undo"),
    path("<uuid:contact_id>/accogli/", record.receive, name="receive"),
]
