"""The fixed parts of an ODS file: styles, meta, settings, manifest."""

from collections.abc import Iterable
from typing import Final
from xml.sax.saxutils import escape, quoteattr

MIME_TYPE: Final = "application/vnd.oasis.opendocument.spreadsheet"
DATE_OF_EVERY_FILE: Final = (1980, 1, 1, 0, 0, 0)
_XML: Final = '<?xml version="1.0" encoding="UTF-8"?>\n'
_NAMESPACES: Final = " ".join(
    f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for prefix, name in (
        ("office", "office"),
        ("table", "table"),
        ("text", "text"),
        ("style", "style"),
        ("number", "datastyle"),
        ("fo", "xsl-fo-compatible"),
        ("config", "config"),
        ("meta", "meta"),
    )
)
_DAY: Final = (
    '<number:day number:style="long"/><number:text>/</number:text><number:month number:style="long"/>'
    '<number:text>/</number:text><number:year number:style="long"/>'
)
_HOUR: Final = (
    '<number:text> </number:text><number:hours number:style="long"/><number:text>:</number:text>'
    '<number:minutes number:style="long"/>'
)
_DATA_STYLES: Final = (
    '<number:number-style style:name="n-number">'
    '<number:number number:decimal-places="0" number:min-integer-digits="1" number:grouping="true"/>'
    "</number:number-style>"
    '<number:number-style style:name="n-decimal">'
    '<number:number number:decimal-places="2" number:min-integer-digits="1" number:grouping="true"/>'
    "</number:number-style>"
    '<number:percentage-style style:name="n-percent">'
    '<number:number number:decimal-places="1" number:min-integer-digits="1"/><number:text>%</number:text>'
    "</number:percentage-style>"
    f'<number:date-style style:name="n-date">{_DAY}</number:date-style>'
    f'<number:date-style style:name="n-datetime">{_DAY}{_HOUR}</number:date-style>'
)
_BOLD: Final = '<style:text-properties fo:font-weight="bold"/>'


def _style(name: str, data: str = "", *, cell: str = "", paragraph: str = "", text: str = "") -> str:
    shown = f' style:data-style-name="n-{data}"' if data else ""
    inner = f"<style:table-cell-properties {cell}/>" if cell else ""
    inner += f"<style:paragraph-properties {paragraph}/>" if paragraph else ""
    return f'<style:style style:name="{name}" style:family="table-cell"{shown}>{inner}{text}</style:style>'


def _cell_styles() -> Iterable[str]:
    for kind in ("text", "number", "decimal", "percent", "date", "datetime"):
        data = "" if kind == "text" else kind
        yield _style(kind, data)
        yield _style(f"{kind}-sum", data, cell='fo:border-top="0.5pt solid #000000"', text=_BOLD)
    head = 'fo:border-bottom="0.5pt solid #000000" fo:wrap-option="wrap" style:vertical-align="top"'
    yield _style("head", cell=head, text=_BOLD)
    yield _style("head-number", cell=head, paragraph='fo:text-align="end"', text=_BOLD)
    yield _style("note", text='<style:text-properties fo:font-style="italic"/>')


CONTENT_START: Final = (
    f'{_XML}<office:document-content {_NAMESPACES} office:version="1.3"><office:automatic-styles>'
    + _DATA_STYLES
    + "".join(_cell_styles())
)
CONTENT_HEAD: Final = "</office:automatic-styles><office:body><office:spreadsheet>"
CONTENT_END: Final = "</office:spreadsheet></office:body></office:document-content>"
STYLES: Final = f'{_XML}<office:document-styles {_NAMESPACES} office:version="1.3"/>'
MANIFEST: Final = (
    f'{_XML}<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"'
    ' manifest:version="1.3">'
    f'<manifest:file-entry manifest:full-path="/" manifest:version="1.3" manifest:media-type="{MIME_TYPE}"/>'
    + "".join(
        f'<manifest:file-entry manifest:full-path="{name}.xml" manifest:media-type="text/xml"/>'
        for name in ("content", "styles", "meta", "settings")
    )
    + "</manifest:manifest>"
)


def column_style(width: int) -> str:
    """The style `w<width>` of a column so many characters wide."""
    return (
        f'<style:style style:name="w{width}" style:family="table-column">'
        f'<style:table-column-properties style:column-width="{width * 0.19:.2f}cm"/></style:style>'
    )


def meta(title: str) -> str:
    """Title and language; no author, no date."""
    return (
        f'{_XML}<office:document-meta {_NAMESPACES} xmlns:dc="http://purl.org/dc/elements/1.1/" office:version="1.3">'
        f"<office:meta><dc:title>{escape(title)}</dc:title><dc:language>it-IT</dc:language></office:meta>"
        "</office:document-meta>"
    )


def settings(names: Iterable[str], *, frozen: int) -> str:
    """The first `frozen` rows of every sheet stay in sight."""
    items = (
        ("VerticalSplitMode", "short", 2),
        ("VerticalSplitPosition", "int", frozen),
        ("PositionBottom", "int", frozen),
    )
    said = "".join(
        f'<config:config-item config:name="{name}" config:type="{kind}">{value}</config:config-item>'
        for name, kind, value in items
    )
    sheets = "".join(
        f"<config:config-item-map-entry config:name={quoteattr(name)}>{said}</config:config-item-map-entry>"
        for name in names
    )
    return (
        f'{_XML}<office:document-settings {_NAMESPACES} office:version="1.3"><office:settings>'
        '<config:config-item-set config:name="ooo:view-settings"><config:config-item-map-indexed config:name="Views">'
        "<config:config-item-map-entry>"
        '<config:config-item config:name="ViewId" config:type="string">view1</config:config-item>'
        f'<config:config-item-map-named config:name="Tables">{sheets}</config:config-item-map-named>'
        "</config:config-item-map-entry></config:config-item-map-indexed></config:config-item-set>"
        "</office:settings></office:document-settings>"
    )
