from django.apps import AppConfig


class PermissionsConfig(AppConfig):
    name = "raccordo.permissions"
    verbose_name = "incarichi"
