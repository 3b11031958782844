"""Static files under hashed names, served by whitenoise."""

from whitenoise.storage import CompressedManifestStaticFilesStorage  # type: ignore[import-untyped]  # has no types


class StaticStorage(CompressedManifestStaticFilesStorage):  # type: ignore[misc]  # for the same reason
    """Every page asks for a dozen addresses, always the same: each is looked up in the manifest once in a process."""

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.known: dict[str | None, str] = {}

    def url(self, name: str | None, force: bool = False) -> str:
        if force or name not in self.known:
            self.known[name] = str(super().url(name, force))
        return self.known[name]
