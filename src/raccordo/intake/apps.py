from django.apps import AppConfig


class IntakeConfig(AppConfig):
    name = "raccordo.intake"
    verbose_name = "accessi"
