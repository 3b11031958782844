from django.apps import AppConfig


class ConfigConfig(AppConfig):
    name = "raccordo.config"
    label = "config"
    verbose_name = "installazione"
