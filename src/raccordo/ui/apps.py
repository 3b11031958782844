from django.apps import AppConfig


class UiConfig(AppConfig):
    name = "raccordo.ui"
    verbose_name = "interfaccia"
