from django.apps import AppConfig


class WorkspaceConfig(AppConfig):
    name = "raccordo.workspace"
    verbose_name = "scrivania"
