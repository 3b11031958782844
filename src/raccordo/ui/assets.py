"""Prepares the parts of Bootstrap Italia that our pages use: stylesheet, fonts, icons.

They come from the package design-django-theme. Nothing of it is copied into this project: the files are made when
static files are collected, or at the first request of a development server, and made again when a source changes.
"""

import re
from collections.abc import Iterator
from functools import cache
from importlib.util import find_spec
from pathlib import Path

import raccordo
from raccordo.ui import css

PREFIX = "bootstrap-italia"
FONT_FOLDER = "fonts/Titillium_Web"
FONTS = tuple(f"titillium-web-v10-latin-ext_latin-{weight}.woff2" for weight in ("regular", "600", "700"))

# classes that the browser or a form widget meets without their standing in a file of ours
SAFE_WORDS = frozenset({"no-js"})

# their focus ring is switched off for the mouse by their script, which we do not load; ours is in raccordo.css
UNWANTED = ("data-focus-mouse",)

_WORD = re.compile(r"[A-Za-z_][\w-]*")
_TEMPLATE_COMMENT = re.compile(r"{#.*?#}|{% comment %}.*?{% endcomment %}|<!--.*?-->", re.DOTALL)
_SYMBOL = re.compile(r'<symbol id="([\w-]+)".*?</symbol>', re.DOTALL)
_SOURCE_MAP = re.compile(r"/\*# sourceMappingURL=.*?\*/", re.DOTALL)


@cache
def theme_folder() -> Path:
    """Where the installed package keeps its static files."""
    spec = find_spec("bootstrap_italia_template")
    if spec is None or spec.origin is None:
        raise LookupError("The package design-django-theme is not installed.")
    return Path(spec.origin).parent / "static"


def names() -> tuple[str, ...]:
    """The files that pages may ask for, below the prefix."""
    return ("bootstrap-italia.css", "sprites.svg", *(f"fonts/{name}" for name in FONTS), "fonts/OFL.txt")


def prepare(name: str, folder: Path) -> Path:
    """Make one of `names()` in `folder`, unless what is there is newer than everything it is made of."""
    target = folder / PREFIX / name
    made_on = target.stat().st_mtime if target.exists() else 0.0
    if made_on <= max(source.stat().st_mtime for source in _sources(name)):
        target.parent.mkdir(parents=True, exist_ok=True)
        fresh = target.with_name(f".{target.name}.new")
        fresh.write_bytes(_content(name))
        fresh.replace(target)
    return target


def words() -> frozenset[str]:
    """Every word of our templates, scripts and page-making code, comments apart.

    A class of Bootstrap Italia must therefore be written whole somewhere; `btn-{{ kind }}` would not be seen.
    """
    found = set(SAFE_WORDS)
    for path in _page_files():
        text = path.read_text(encoding="utf-8")
        found.update(_WORD.findall(_TEMPLATE_COMMENT.sub("", text) if path.suffix == ".html" else text))
    return frozenset(found)


def _content(name: str) -> bytes:
    if name == "bootstrap-italia.css":
        return _stylesheet().encode()
    if name == "sprites.svg":
        return _sprite().encode()
    return _original(name).read_bytes()


def _stylesheet() -> str:
    whole = _SOURCE_MAP.sub("", _original("bootstrap-italia.css").read_text(encoding="utf-8"))
    own = "".join(path.read_text(encoding="utf-8") for path in _own_stylesheets())
    return css.purge(whole, words=words(), keep_variables=css.variables_read(own), unwanted=UNWANTED)


def _sprite() -> str:
    used = words()
    sprite = _original("sprites.svg").read_text(encoding="utf-8")
    symbols = [match.group() for match in _SYMBOL.finditer(sprite) if match[1] in used]
    return f'<svg xmlns="http://www.w3.org/2000/svg">{"".join(symbols)}</svg>\n'


def _original(name: str) -> Path:
    if name == "bootstrap-italia.css":
        return theme_folder() / "css/bootstrap-italia.min.css"
    if name == "sprites.svg":
        return theme_folder() / "svg/sprites.svg"
    return theme_folder() / FONT_FOLDER / Path(name).name


def _sources(name: str) -> Iterator[Path]:
    yield _original(name)
    yield from (Path(__file__), Path(css.__file__))
    if not name.startswith("fonts/"):
        yield from _page_files()
        yield from _own_stylesheets()


def _page_files() -> Iterator[Path]:
    root = Path(raccordo.__path__[0])
    yield from sorted(root.glob("*/templates/**/*.html"))
    yield from sorted(root.glob("*/static/**/*.js"))
    yield from sorted(root.glob("ui/templatetags/*.py"))
    yield from (root / "ui/forms.py", root / "ui/widgets.py")


def _own_stylesheets() -> Iterator[Path]:
    yield from sorted(Path(raccordo.__path__[0]).glob("*/static/**/*.css"))
