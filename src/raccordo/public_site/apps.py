from django.apps import AppConfig


class PublicSiteConfig(AppConfig):
    name = "raccordo.public_site"
    verbose_name = "sito"
