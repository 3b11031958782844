from django.apps import AppConfig


class AccountsConfig(AppConfig):
    name = "raccordo.accounts"
    verbose_name = "persone che usano il sistema"
