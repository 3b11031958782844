"""The house rules as functions from a source text to what breaks them, so that each can be shown a text that does."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SOURCE = ROOT / "src" / "raccordo"

WRITES = {"save", "create", "bulk_create", "bulk_update", "update", "delete", "get_or_create", "update_or_create"}
DIRECT_READS = {"get", "filter", "all", "exclude", "first", "last", "in_bulk", "values", "values_list", "iterator"}
PAGES_ONLY = {"views", "forms", "filters", "urls", "admin"}


def python_files(pattern: str = "**/*.py") -> list[Path]:
    """Our modules, without migrations."""
    return sorted(path for path in SOURCE.glob(pattern) if "migrations" not in path.parts)


def templates() -> list[Path]:
    return sorted(SOURCE.glob("*/templates/**/*.html"))


def name(path: Path) -> str:
    """How a file is called in a test's name and in a failure."""
    return str(path.relative_to(ROOT))


def writes(source: str) -> list[str]:
    """Calls that change rows, and transactions, which belong to operations."""
    found = []
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in WRITES:
            on_manager = "objects" in ast.unparse(node.func.value) or node.func.attr in {"save", "delete"}
            if on_manager:
                found.append(f"{node.lineno}: {ast.unparse(node.func)}")
        if isinstance(node, ast.Attribute) and ast.unparse(node).startswith("transaction."):
            found.append(f"{node.lineno}: {ast.unparse(node)}")
    return found


def doors_besides_visible_to(source: str) -> list[str]:
    """`Model.objects.get(…)` and its like: reads that skip `visible_to`. What is published needs no door."""
    return [
        f"{node.lineno}: {ast.unparse(node)}"
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr in DIRECT_READS
        and ast.unparse(node.func.value).endswith(".objects")
        and ".published()" not in ast.unparse(node)
    ]


def broad_excepts(source: str) -> list[str]:
    """`except:`, `except Exception`, `except BaseException`: a bug is not caught."""
    found = []
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.ExceptHandler):
            caught = ast.unparse(node.type) if node.type else "everything"
            if re.search(r"\b(everything|Exception|BaseException)\b", caught):
                found.append(f"{node.lineno}: except {caught}")
    return found


def signals(source: str) -> list[str]:
    """Receivers and signals of our own."""
    return re.findall(r"django\.(?:db\.models\.signals|dispatch)\b|@receiver\b|\bpost_save\b|\bpre_save\b", source)


def asks_the_clock(source: str) -> list[str]:
    """Time from inside: operations, policies, querysets and models receive their day."""
    pattern = r"\b(?:clock\.(?:now|today)|timezone\.(?:now|localdate)|datetime\.now|date\.today)\("
    return re.findall(pattern, source)


def inline_code(template: str) -> list[str]:
    """Scripts, styles and handlers that a strict Content-Security-Policy refuses. Blocks of data are not scripts."""
    without_comments = re.sub(r"{#.*?#}|{% comment.*?endcomment %}", "", template, flags=re.DOTALL)
    scripts = [
        tag
        for tag in re.findall(r"<script\b[^>]*>", without_comments)
        if " src=" not in tag and "application/ld+json" not in tag and "application/json" not in tag
    ]
    others = re.findall(r"<style\b|\sstyle=[\"'{]|\son[a-z]+=[\"']|javascript:", without_comments)
    return scripts + others


def imports(source: str) -> Iterator[tuple[str, str]]:
    """Every module of ours that a source imports, with the name taken from it."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.ImportFrom) and node.module and node.module.startswith("raccordo."):
            for alias in node.names:
                yield node.module, alias.name
        if isinstance(node, ast.Import):
            for alias in node.names:
                if alias.name.startswith("raccordo."):
                    yield alias.name, ""


def trespasses(app: str, source: str) -> list[str]:
    """What another app keeps to itself: its views, forms, filters, addresses, and names with an underscore."""
    found = []
    for module, taken in imports(source):
        parts = [*module.split(".")[1:], taken]
        if parts[0] not in {app, "kernel", "ui"} and (
            PAGES_ONLY & set(parts[1:]) or any(p.startswith("_") for p in parts)
        ):
            found.append(f"{module}: {taken}")
    return found


def long_functions(source: str, limit: int) -> list[str]:
    return [f"{n.name}: {s} lines" for n in _functions(source) if (s := _lines(n)) > limit]


def long_views(source: str, limit: int) -> list[str]:
    """Functions that take a request."""
    return [
        f"{n.name}: {s} lines"
        for n in _functions(source)
        if n.args.args and n.args.args[0].arg == "request" and (s := _lines(n)) > limit
    ]


def long_classes(source: str, limit: int) -> list[str]:
    classes = [node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.ClassDef)]
    return [f"{n.name}: {s} lines" for n in classes if (s := _lines(n)) > limit]


def many_parameters(source: str, limit: int) -> list[str]:
    return [
        f"{node.name}: {count} parameters"
        for node in _functions(source)
        if (count := len(node.args.args) + len(node.args.kwonlyargs)) > limit
    ]


def _functions(source: str) -> list[ast.FunctionDef]:
    return [node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.FunctionDef)]


def _lines(node: ast.FunctionDef | ast.ClassDef) -> int:
    assert node.end_lineno is not None
    return node.end_lineno - node.lineno + 1
