from django.apps import AppConfig


class ReportingConfig(AppConfig):
    name = "raccordo.reporting"
    verbose_name = "rendiconti"
