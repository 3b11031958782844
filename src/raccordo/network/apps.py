from django.apps import AppConfig


class NetworkConfig(AppConfig):
    name = "raccordo.network"
    verbose_name = "rete"
