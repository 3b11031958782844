"""Applying a network file: in one transaction, once, with its version kept."""

from collections.abc import Iterable
from datetime import date
from hashlib import sha256
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models, transaction

from raccordo.audit.operations import record
from raccordo.kernel.actors import Actor
from raccordo.kernel.db import lock_name, sentences_of
from raccordo.kernel.refusals import Refusal
from raccordo.kernel.rights import Right
from raccordo.network.file.checks import findings_of
from raccordo.network.file.findings import Finding
from raccordo.network.file.plan import Change, Kind, Plan, plan_for
from raccordo.network.file.reading import Unreadable, read
from raccordo.network.file.schema import NetworkFile
from raccordo.network.file.sheets import SHEETS, Sheet
from raccordo.network.models import Network, NetworkVersion

Linked = dict[type[models.Model], dict[Any, models.Model]]

DEMO_ALONE = (
    "Questa è un’installazione di prova, con persone di cui tutti sanno la password: "
    "una rete vera si applica su un’altra, vuota."
)


class FileRefused(Refusal):
    """The file cannot be read, contradicts itself, or asks for what may not be done."""


@transaction.atomic
def apply_network_file(*, text: str, by: Actor, on: date) -> NetworkVersion:
    """Make the network what the file says. A file already applied changes nothing and leaves no trace.

    Refused without the right, for a file with faults or errors, for a point that somebody still needs, for a body
    that another network shares.
    """
    by.require(Right.APPLY_NETWORK)
    file = _readable(text)
    lock_name(f"network:{file.network.code}")
    findings = findings_of(file)
    _refuse([f"Riga {finding.line}: {finding.sentence}" for finding in findings if finding.blocks])
    plan = plan_for(file, on)
    _refuse(plan.refusals)
    last = version_in_force(file.network.code)
    if last is None and Network.objects.filter(is_demo=True).exists():
        _refuse([DEMO_ALONE])
    if last and last.digest == digest_of(text) and not plan.changes:
        return last
    _write(plan, file.network.code)
    return _keep_version(file, text, findings, plan, by=by, on=on)


def version_in_force(network_code: str) -> NetworkVersion | None:
    """The last version applied, if the network exists."""
    return NetworkVersion.objects.filter(network__code=network_code).order_by("number").last()


def digest_of(text: str) -> str:
    return sha256(text.encode()).hexdigest()


def _readable(text: str) -> NetworkFile:
    try:
        return read(text)
    except Unreadable as error:
        raise FileRefused(str(error)) from error


def _refuse(sentences: Iterable[str]) -> None:
    message = "\n".join(sentences)
    if message:
        raise FileRefused(message)


def _keep_version(
    file: NetworkFile, text: str, findings: list[Finding], plan: Plan, *, by: Actor, on: date
) -> NetworkVersion:
    network = Network.objects.select_for_update(of=("self",), no_key=True).get(code=file.network.code)
    network.version += 1
    network.save(update_fields=["version"])
    version = NetworkVersion.objects.create(
        network=network,
        number=network.version,
        text=text,
        digest=digest_of(text),
        document=file.model_dump(mode="json"),
        findings=[finding.as_data() for finding in findings],
        applied_on=on,
        applied_by=by.user_id,
    )
    told = {"version": version.number, "digest": version.digest} | {kind.value: plan.count(kind) for kind in Kind}
    record("network.file.applied", by=by, about=network.pk, network_id=network.pk, changed=told)
    return version


def _write(plan: Plan, network_code: str) -> None:
    """Table by table, in an order in which every link finds its row. Costs at most four queries per table."""
    linked: Linked = {model: {key[0]: row for key, row in rows.items()} for model, rows in plan.present.items()}
    for sheet in SHEETS:
        created = [sheet.model() for _ in plan.of(sheet, Kind.CREATE)]
        for row, change in zip(created, plan.of(sheet, Kind.CREATE), strict=True):
            linked[sheet.model][change.key[0]] = (
                row  # before any link is set: a new point may be the parent of another
            )
        for row, change in zip(created, plan.of(sheet, Kind.CREATE), strict=True):
            if sheet.owned:
                setattr(row, "network", linked[Network][network_code])  # noqa: B010  (any table)
            _fill(row, sheet, change, linked)
        with sentences_of(sheet.model):
            _delete(sheet, plan.of(sheet, Kind.REMOVE))
            _update(sheet, plan.of(sheet, Kind.RETIRE) + plan.of(sheet, Kind.CHANGE), linked)
            sheet.model._default_manager.bulk_create(created)


def _fill(row: models.Model, sheet: Sheet, change: Change, linked: Linked) -> None:
    """Set the values on the row, links by their code, and have the fields judge them."""
    for name, value in change.new.items():
        if name in sheet.links and value is not None:
            target = sheet.model._meta.get_field(name).related_model
            assert isinstance(target, type)
            value = linked[target][value]
        setattr(row, name, value)
    try:
        row.clean_fields(exclude=[field.name for field in sheet.model._meta.fields if field.is_relation])
    except ValidationError as error:
        said = "; ".join(f"{name}: {' '.join(messages)}" for name, messages in error.message_dict.items())
        raise FileRefused(f"{change.in_words()}: {said}") from error


def _delete(sheet: Sheet, changes: list[Change]) -> None:
    gone = [change.row.pk for change in changes if change.row]
    if gone:
        sheet.model._default_manager.filter(pk__in=gone).delete()


def _update(sheet: Sheet, changes: list[Change], linked: Linked) -> None:
    """Rows that must come last (a body that takes the lead from another) are written after the others."""
    for late in (False, True):
        rows: list[models.Model] = []
        names: set[str] = set()
        for change in changes:
            if change.row and sheet.last(change.new) is late:
                _fill(change.row, sheet, change, linked)
                rows.append(change.row)
                names |= change.new.keys()
        if rows:
            sheet.model._default_manager.bulk_update(rows, sorted(names))
