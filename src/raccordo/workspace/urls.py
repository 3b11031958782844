"""Addresses of this app."""

from django.urls import path

from raccordo.workspace.views import desk, network, points, trail

app_name = "workspace"
urlpatterns = [
    path("scrivania/", desk.desk, name="desk"),
    path("rete/", network.network, name="network"),
    path("rete/punti/<uuid:point_id>/", points.point, name="point"),
    path("rete/punti/<uuid:point_id>/chiusure/nuova/", points.closure_add, name="closure_add"),
    path(
        "rete/punti/<uuid:point_id>/chiusure/<uuid:closure_id>/ritira/",
        points.closure_withdraw,
        name="closure_withdraw",
    ),
    path("registro/", trail.trail, name="trail"),
    path("registro/controllo/", trail.trail_verify, name="trail_verify"),
    path("registro/<slug:kind>/", trail.trail_export, name="trail_export"),
]
