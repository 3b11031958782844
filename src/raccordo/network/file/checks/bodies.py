"""Bodies and people: names, order, double parts, duties given twice."""

from collections import defaultdict
from collections.abc import Iterator

from raccordo.network.file.findings import Finding, found
from raccordo.network.file.references import TABLE
from raccordo.network.file.schema import NetworkFile
from raccordo.network.file.schema.bodies import Claim, NameVariant, PersonName
from raccordo.network.file.words import is_short_form, joined


def named_differently(file: NetworkFile) -> Iterator[Finding]:
    """A body under two names. A short form is only noted; another spelling might be another body."""
    for body in file.organisations:
        others = [variant for variant in body.names if variant.text.casefold() != body.name.casefold()]
        odd = [variant for variant in others if not is_short_form(variant.text, body.name)]
        if odd:
            sentence = f"{body.name} è scritto in più modi, e non si sa se è lo stesso ente: {_said(body.names)}."
            yield found("body_named_differently", body.code, odd[0], "text", sentence, article=joined(odd[0].articles))
        elif others:
            sentence = f"{body.name} è scritto anche in forma breve o staccata: {_said(tuple(others))}."
            yield found(
                "body_named_briefly", body.code, others[0], "text", sentence, article=joined(others[0].articles)
            )


def network_named_differently(file: NetworkFile) -> Iterator[Finding]:
    names = file.network.names
    other = next((variant for variant in names if variant.text.casefold() != names[0].text.casefold()), None)
    if other:
        sentence = f"La rete è chiamata in più modi: {_said(names)}."
        yield found(
            "network_named_differently", file.network.code, other, "text", sentence, article=joined(other.articles)
        )


def _said(names: tuple[NameVariant, ...]) -> str:
    return joined([f"«{variant.text}» ({', '.join(variant.articles)})" for variant in names])


def counted_twice(file: NetworkFile) -> Iterator[Finding]:
    """A body that is a partner itself and works under another one too."""
    partners = {body.code: body for body in file.organisations if body.role in ("lead", "partner")}
    for consortium in file.organisations:
        for code in consortium.members:
            if code in partners:
                sentence = (
                    f"{partners[code].name} è partner e anche parte di {consortium.name}: "
                    "le stesse ore e le stesse spese potrebbero contare due volte."
                )
                yield found("body_counted_twice", code, consortium, "members", sentence)


def partner_order(file: NetworkFile) -> Iterator[Finding]:
    """A list that orders the same bodies otherwise than the first list does; a shorter list is no other order."""
    names = {body.code: body.short_name for body in file.organisations}
    for listed in file.partner_lists[1:]:
        first = file.partner_lists[0]
        before = [names[code] for code in first.order if code in listed.order]
        now = [names[code] for code in listed.order if code in first.order]
        if now != before:
            sentence = (
                f"I partner sono in un altro ordine che in «{first.article}»: "
                f"{', '.join(now)} invece di {', '.join(before)}."
            )
            yield found("partner_order", listed.article, listed, "order", sentence)


def list_heading(file: NetworkFile) -> Iterator[Finding]:
    """A list headed with one role that holds bodies of another."""
    bodies = {body.code: body for body in file.organisations}
    for listed in file.partner_lists:
        others = [bodies[code] for code in listed.order if bodies[code].role != listed.heading_role]
        if listed.heading_role and others:
            sentence = (
                f"L’elenco è intitolato «{listed.heading}», ma comprende anche "
                f"{joined([body.short_name for body in others])}."
            )
            yield found("list_heading", listed.article, listed, "heading", sentence)


def doubtful_names(file: NetworkFile) -> Iterator[Finding]:
    people: list[tuple[PersonName, str]] = [(member, member.article) for member in file.table.members]
    people += [
        (body.legal_representative, file.network.signature.article)
        for body in file.organisations
        if body.legal_representative
    ]
    for person, article in people:
        if person.doubtful:
            note = f" {person.note}." if person.note else ""
            sentence = f"Il nome «{person.name}» è in dubbio.{note}"
            yield found("doubtful_name", person.name, person, "name", sentence, article=article)


def duty_claimed_twice(file: NetworkFile) -> Iterator[Finding]:
    names = {body.code: body.short_name for body in file.organisations} | {TABLE: file.table.name.it}
    duties: dict[str, list[Claim]] = defaultdict(list)
    for claim in file.claims:
        duties[claim.duty].append(claim)
    for duty, claims in duties.items():
        if len({claim.to for claim in claims}) > 1:
            said = joined(
                [f"{names[claim.to] if claim.to else 'nessuno'} (articolo {claim.article})" for claim in claims]
            )
            other = next(claim for claim in claims if claim.to != claims[0].to)
            yield found("duty_claimed_twice", duty, other, "to", f"Lo stesso compito, «{duty}», è dato a: {said}.")


def other_project_overlap(file: NetworkFile) -> Iterator[Finding]:
    for body in file.organisations:
        project = body.project
        if project and project.same_territory and not project.double_counting_rule:
            sentence = (
                f"«{project.name}» di {body.short_name} lavora sullo stesso territorio: manca una regola "
                "per non contare due volte le persone."
            )
            yield found("other_project_overlap", body.code, project, "double_counting_rule", sentence)
