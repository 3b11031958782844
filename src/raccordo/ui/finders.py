"""Static files that are made from an installed package, for `collectstatic` and for a development server."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.staticfiles.finders import BaseFinder
from django.contrib.staticfiles.utils import matches_patterns
from django.core.checks import CheckMessage
from django.core.files.storage import FileSystemStorage, Storage

from raccordo.ui import assets


class BootstrapItaliaFinder(BaseFinder):
    """Serves `bootstrap-italia/…`: the purged stylesheet, three weights of Titillium Web, the icons in use.

    The files are made in the folder `settings.UI_ASSETS_DIR`.
    """

    def check(self, **kwargs: Any) -> list[CheckMessage]:
        return []

    def find(self, path: str, find_all: bool = False, **kwargs: Any) -> Any:
        prefix, _, name = path.partition("/")
        if prefix != assets.PREFIX or name not in assets.names():
            return []
        made = str(assets.prepare(name, self._folder()))
        return [made] if find_all else made

    def list(self, ignore_patterns: Iterable[str] | None) -> Iterator[tuple[str, Storage]]:
        storage = FileSystemStorage(location=self._folder())
        for name in assets.names():
            path = f"{assets.PREFIX}/{name}"
            if not matches_patterns(path, list(ignore_patterns or ())):
                assets.prepare(name, self._folder())
                yield path, storage

    def _folder(self) -> Path:
        return Path(settings.UI_ASSETS_DIR)
