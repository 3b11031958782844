from django.apps import AppConfig


class AuditConfig(AppConfig):
    name = "raccordo.audit"
    verbose_name = "registro"
