"""A careful purger: from a stylesheet it takes away what no page of ours can use.

A selector stays when each class, identifier and data attribute it asks for is a word of our templates, scripts or
form code. Element selectors always stay; so do conditions (`@media`, `@supports`) that still hold something.
What is kept keeps its order, so that the cascade does not change.
"""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field

_CONDITIONAL = ("@media", "@supports", "@container", "@layer")
_SKIP = re.compile(r"/\*.*?\*/|\"(?:\\.|[^\"\\])*\"|'(?:\\.|[^'\\])*'|url\((?!['\"])[^)]*\)|[{};]", re.DOTALL)
_COMMENT = re.compile(r"/\*(?!!).*?\*/", re.DOTALL)
_NAME = re.compile(r"([.#])((?:\\.|[\w-])+)|\[(data-[\w-]+)")
_GROUP = re.compile(r":(not|is|where|has)\(")
_DECLARATION = re.compile(r"""(?:"[^"]*"|'[^']*'|\([^()]*(?:\([^()]*\)[^()]*)*\)|[^;])+""")
_VARIABLE = re.compile(r"var\(\s*(--[\w-]+)")
_COLLAPSE = re.compile(r"\s*\n\s*")


@dataclass
class Block:
    """A rule (`body` is its declarations), a conditional block (`blocks`) or a statement (neither)."""

    prelude: str
    body: str | None = None
    blocks: list["Block"] = field(default_factory=list)

    @property
    def conditional(self) -> bool:
        return self.prelude.startswith(_CONDITIONAL)

    def __str__(self) -> str:
        if self.conditional:
            return f"{self.prelude}{{{''.join(map(str, self.blocks))}}}"
        return f"{self.prelude};" if self.body is None else f"{self.prelude}{{{self.body}}}"


def purge(
    css: str, *, words: Collection[str], keep_variables: Collection[str] = (), unwanted: Collection[str] = ()
) -> str:
    """The rules of `css` that pages written with `words` can meet, in their order.

    `keep_variables` are the variables that other stylesheets read. A selector that holds an `unwanted` text goes.
    """
    blocks = list(_purged(_parse(_COMMENT.sub("", css.lstrip("\ufeff"))), frozenset(words), unwanted))
    _drop_unread_variables(blocks, set(keep_variables))
    kept = "".join(map(str, blocks))
    return "".join(map(str, _without_unused_animations(blocks, kept)))


def variables_read(css: str) -> set[str]:
    """The custom properties that a stylesheet reads."""
    return set(_VARIABLE.findall(css))


def _parse(css: str) -> list[Block]:
    return _blocks(css, _SKIP.finditer(css), 0)[0]


def _blocks(css: str, marks: Iterator[re.Match[str]], start: int) -> tuple[list[Block], int]:
    """The blocks from `start` up to the brace that closes them (or the end of the text), and where that is."""
    found: list[Block] = []
    for mark in marks:
        prelude = _COLLAPSE.sub(" ", css[start : mark.start()].strip())
        if mark.group() == "}":
            return found, mark.end()
        if mark.group() == ";":
            found.append(Block(prelude))
            start = mark.end()
        elif mark.group() == "{" and prelude.startswith(_CONDITIONAL):
            inner, start = _blocks(css, marks, mark.end())
            found.append(Block(prelude, blocks=inner))
        elif mark.group() == "{":
            end = _closing_brace(marks)
            found.append(Block(prelude, css[mark.end() : end.start()].strip()))
            start = end.end()
    return found, len(css)


def _closing_brace(marks: Iterator[re.Match[str]]) -> re.Match[str]:
    """The brace that closes a body; keyframes hold others."""
    depth = 1
    for mark in marks:
        depth += (mark.group() == "{") - (mark.group() == "}")
        if depth == 0:
            return mark
    raise ValueError("A brace of the stylesheet is never closed.")


def _purged(blocks: list[Block], words: frozenset[str], unwanted: Collection[str]) -> Iterator[Block]:
    for block in blocks:
        if block.conditional:
            inner = list(_purged(block.blocks, words, unwanted))
            if inner:
                yield Block(block.prelude, blocks=inner)
        elif block.prelude.startswith("@"):
            if not (block.prelude == "@font-face" and "VideoJS" in (block.body or "")):
                yield block
        else:
            selectors = [
                each
                for each in _split(block.prelude)
                if _usable(each, words) and not any(text in each for text in unwanted)
            ]
            if selectors and block.body:
                yield Block(",".join(selectors), block.body)


def _usable(selector: str, words: frozenset[str]) -> bool:
    """Whether an element of ours may match; what stands inside `:not()` asks for nothing."""
    while group := _GROUP.search(selector):
        end = _closing(selector, group.end())
        inside = selector[group.end() : end]
        if group[1] != "not" and not any(_usable(each, words) for each in _split(inside)):
            return False
        selector = selector[: group.start()] + selector[end + 1 :]
    names = (name.replace("\\", "") or attribute for _, name, attribute in _NAME.findall(selector))
    return all(name in words for name in names)


def _closing(text: str, start: int) -> int:
    depth = 1
    for position in range(start, len(text)):
        depth += (text[position] == "(") - (text[position] == ")")
        if depth == 0:
            return position
    return len(text)


def _split(selectors: str) -> list[str]:
    """`a,b:is(c,d)` is `a` and `b:is(c,d)`."""
    parts, depth, start = [], 0, 0
    for position, character in enumerate(selectors):
        depth += (character in "([") - (character in ")]")
        if character == "," and depth == 0:
            parts.append(selectors[start:position].strip())
            start = position + 1
    return [*parts, selectors[start:].strip()]


def _rules(blocks: list[Block]) -> Iterator[Block]:
    for block in blocks:
        if block.conditional:
            yield from _rules(block.blocks)
        elif block.body is not None:
            yield block


def _drop_unread_variables(blocks: list[Block], read: set[str]) -> None:
    """Custom properties that nothing reads go, again and again until none is left."""
    rules = [(rule, _DECLARATION.findall(rule.body or "")) for rule in _rules(blocks) if "--" in (rule.body or "")]
    fixed = "".join(rule.body or "" for rule in _rules(blocks) if "--" not in (rule.body or ""))
    always = read | variables_read(fixed)
    while True:
        wanted = always | {name for _, lines in rules for line in lines for name in _VARIABLE.findall(line)}
        fewer = [(rule, [line for line in lines if not _unread(line, wanted)]) for rule, lines in rules]
        if fewer == rules:
            break
        rules = fewer
    for rule, lines in rules:
        rule.body = ";".join(lines)


def _unread(declaration: str, wanted: set[str]) -> bool:
    name, _, _ = declaration.strip().partition(":")
    return name.startswith("--") and name.strip() not in wanted


def _without_unused_animations(blocks: list[Block], css: str) -> Iterator[Block]:
    used = set(re.findall(r"[\w-]+", " ".join(re.findall(r"animation(?:-name)?:([^;}]+)", css))))
    for block in blocks:
        if block.conditional:
            inner = list(_without_unused_animations(block.blocks, css))
            if inner:
                yield Block(block.prelude, blocks=inner)
        elif "keyframes" in block.prelude and block.prelude.split()[-1] not in used:
            continue
        elif block.body != "":
            yield block
