from django.apps import AppConfig


class IntakeConfig(AppConfig):
    name = "raccordo.intake"
    verbose_name = "accessi"

    def ready(self) -> None:
        """The network asks us before it drops a point."""
        from raccordo.intake.guards import point_without_contacts
        from raccordo.network.guards import POINT_GUARDS

        if point_without_contacts not in POINT_GUARDS:
            POINT_GUARDS.append(point_without_contacts)
