"""Money: sums added up again, the share of the grant, what the table of resources leaves out."""

from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal

from raccordo.network.file.findings import Finding, found
from raccordo.network.file.schema import NetworkFile
from raccordo.network.file.words import euros

_CENT = Decimal("0.01")


def sums(file: NetworkFile) -> Iterator[Finding]:
    budget = file.budget
    columns = (
        ("grant", "finanziamento", budget.declared.grant, budget.total_grant()),
        ("cofunding", "cofinanziamento", budget.declared.cofunding, budget.total_cofunding()),
    )
    for key, name, declared, added in columns:
        if declared != added:
            sentence = f"Il totale del {name} è scritto {euros(declared)}, ma le righe sommano {euros(added)}."
            yield found("sum_wrong", name, budget.declared, key, sentence, article=budget.article)


def repeated_bodies(file: NetworkFile) -> Iterator[Finding]:
    seen: set[str] = set()
    for line in file.budget.lines:
        if line.body in seen:
            sentence = f"{line.body} compare in due righe delle risorse."
            yield found("budget_body_repeated", line.body, line, "body", sentence, article=file.budget.article)
        seen.add(line.body)


def grant_share(file: NetworkFile) -> Iterator[Finding]:
    """The rule on the whole project: a grant above its share blocks, a thin margin warns."""
    margin, cofunding = cofunding_margin(file), file.budget.total_cofunding()
    percent = f"{file.call.max_grant_percent.normalize():f}%"
    where, article = file.call, file.budget.article
    if margin < 0:
        sentence = f"Il finanziamento supera il {percent} del costo: mancano {euros(-margin)} di cofinanziamento."
        yield found("grant_share_exceeded", "cofinanziamento", where, "max_grant_percent", sentence, article=article)
    elif margin * 100 < cofunding * file.call.small_margin_percent:
        sentence = (
            f"Con il finanziamento al massimo del {percent}, soltanto {euros(margin)} di "
            "cofinanziamento possono mancare: "
            "il margine è piccolo."
        )
        yield found("cofunding_margin_small", "cofinanziamento", where, "max_grant_percent", sentence, article=article)


def cofunding_margin(file: NetworkFile) -> Decimal:
    """How much co-funding may fail to come if the whole grant is spent."""
    share = file.call.max_grant_percent
    if not share:
        return Decimal(0)
    needed = (file.budget.total_grant() * (100 - share) / share).quantize(_CENT, ROUND_HALF_UP)
    return file.budget.total_cofunding() - needed


def other_limits(file: NetworkFile) -> Iterator[Finding]:
    total = file.budget.total_grant()
    for limit in file.call.other_limits:
        if total > limit.max_grant:
            sentence = (
                f"Il finanziamento di {euros(total)} supera il massimo di {euros(limit.max_grant)} "
                f"pubblicato da {limit.agency}."
            )
            yield found(
                "grant_over_other_limit", limit.agency, limit, "max_grant", sentence, article=file.budget.article
            )


def cost_items(file: NetworkFile) -> Iterator[Finding]:
    if not file.budget.cost_items:
        yield found(
            "budget_without_items",
            "risorse",
            file.budget,
            "cost_items",
            "Le risorse non sono divise in voci di spesa.",
        )


def cofunding_kind(file: NetworkFile) -> Iterator[Finding]:
    if not file.budget.cofunding_kind:
        sentence = "Non si dice se il cofinanziamento è in denaro o in natura."
        yield found("cofunding_kind_missing", "risorse", file.budget, "cofunding_kind", sentence)


def premises_not_valued(file: NetworkFile) -> Iterator[Finding]:
    names = {body.code: body.name for body in file.organisations}
    for point in file.points:
        if point.premises and point.premises.value is None:
            sentence = (
                f"I locali di {point.name.it}, prestati da {names[point.premises.owner]}, non hanno un "
                "valore nelle risorse."
            )
            yield found("premises_not_valued", point.code, point.premises, "value", sentence)


def computed(file: NetworkFile) -> list[str]:
    """What was added up again, whether or not it agrees."""
    budget = file.budget
    grant, cofunding = budget.total_grant(), budget.total_cofunding()
    lines = [
        f"Finanziamento, somma delle righe: {euros(grant)}.",
        f"Cofinanziamento, somma delle righe: {euros(cofunding)}.",
    ]
    if total := grant + cofunding:
        share = f"{grant * 100 / total:.2f}".replace(".", ",")
        lines.append(
            f"Quota del finanziamento: {share}% di {euros(total)}; margine di cofinanziamento: "
            f"{euros(cofunding_margin(file))}."
        )
    return lines
