from django.apps import AppConfig


class PermissionsConfig(AppConfig):
    name = "raccordo.permissions"
    verbose_name = "incarichi"

    def ready(self) -> None:
        """Tell the sign-in page, which knows no roles, whom one may try on a demo installation."""
        from raccordo.accounts import demo
        from raccordo.permissions.people import demo_users

        demo.LISTERS.append(demo_users)
