"""What people do here: build a return. Nothing is stored but the fact that it was built."""

from dataclasses import dataclass
from uuid import UUID

from raccordo.audit.operations import record
from raccordo.kernel.actors import Actor
from raccordo.kernel.rights import Right
from raccordo.network.models import ReportingPeriod
from raccordo.reporting.enums import FileFormat
from raccordo.reporting.returns.building import build
from raccordo.reporting.returns.document import ReturnDocument
from raccordo.reporting.returns.material import read
from raccordo.reporting.returns.render import RENDERERS


@dataclass(frozen=True)
class BuiltReturn:
    """A return as a file."""

    document: ReturnDocument
    content: bytes
    file_name: str


def preview_return(*, period_id: int, by: Actor) -> ReturnDocument:
    """The return as it would be built now, to be read on the page. Refused without the right to build it."""
    by.require(Right.BUILD_RETURN)
    return build(read(_period(period_id, by)))


def build_return(*, period_id: int, file_format: FileFormat, by: Actor) -> BuiltReturn:
    """The return of a period as a file; the trail keeps who took it and in which form.

    Refused without the right. A period of another network does not exist (DoesNotExist, a 404). The rows are read in
    one snapshot; the trail is written after it, so that nobody at a desk waits for a return.
    """
    by.require(Right.BUILD_RETURN)
    period = _period(period_id, by)
    document = build(read(period))
    content = RENDERERS[file_format](document)
    record(
        "reporting.return.built",
        by=by,
        about=period.network_id,
        network_id=period.network_id,
        changed={"period": period.code, "format": file_format.value},
    )
    name = f"rendiconto-{document.network_code}-{period.code}.{file_format.value}"
    return BuiltReturn(document, content, name)


def _period(period_id: int, by: Actor) -> ReportingPeriod:
    return ReportingPeriod.objects.visible_to(by).select_related("network").get(pk=period_id)


def network_actor(network_id: UUID, actor: Actor) -> Actor:
    """Who acts from the command line: the system, in one network, with this right alone."""
    return Actor(
        name=actor.name,
        role=actor.role,
        role_label=actor.role_label,
        rights=frozenset({Right.BUILD_RETURN}),
        network_id=network_id,
    )
