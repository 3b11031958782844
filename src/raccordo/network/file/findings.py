"""What a check finds: how grave, about what, on which line, in a sentence; and what was decided about it."""

from dataclasses import dataclass, replace
from enum import StrEnum

from raccordo.network.file.schema import NetworkFile
from raccordo.network.file.schema.base import Located


class Severity(StrEnum):
    """An error keeps the file from being applied; a warning and a notice do not."""

    ERROR = "error"
    WARNING = "warning"
    NOTICE = "notice"

    @property
    def label(self) -> str:
        return {"error": "ERRORE", "warning": "ATTENZIONE", "notice": "NOTA"}[self.value]


_E, _W, _N = Severity.ERROR, Severity.WARNING, Severity.NOTICE

SEVERITIES: dict[str, Severity] = {
    # what cannot be true at once
    "sum_wrong": _E,
    "grant_share_exceeded": _E,
    "budget_body_repeated": _E,
    "hours_without_point": _E,
    "hours_incomplete": _E,
    "hours_reversed": _E,
    "hours_overlap": _E,
    "period_reversed": _E,
    "periods_overlap": _E,
    "not_one_lead": _E,
    "branch_without_parent": _E,
    "own_parent": _E,
    "staffing_impossible": _E,
    # what the articles say differently
    "spokes_announced": _W,
    "point_numbered_differently": _W,
    "number_on_two_points": _W,
    "body_named_differently": _W,
    "body_counted_twice": _W,
    "functions_differ": _W,
    "targets_differ": _W,
    "hours_shared_unclear": _W,
    "duty_claimed_twice": _W,
    "ambiguous_cadence": _W,
    "month_without_year": _W,
    "body_named_briefly": _N,
    "network_named_differently": _N,
    "partner_order": _N,
    "list_heading": _N,
    "doubtful_name": _N,
    "wording_shortened": _N,
    "address_written_differently": _N,
    "figures_differ": _N,
    # what is missing or tight
    "point_without_hours": _W,
    "weekly_hours_gap": _W,
    "cofunding_margin_small": _W,
    "duration_missing": _W,
    "signature_date_missing": _W,
    "no_privacy_clause": _W,
    "delegate_without_role": _W,
    "other_project_overlap": _W,
    "point_without_status": _N,
    "points_without_contacts": _N,
    "points_without_address": _N,
    "budget_without_items": _N,
    "cofunding_kind_missing": _N,
    "premises_not_valued": _N,
    "grant_over_other_limit": _N,
    "document_not_attached": _N,
    "rules_without_deadline": _N,
    "table_without_quorum": _N,
    "table_without_deputies": _N,
    "table_without_decision_rule": _N,
}


@dataclass(frozen=True)
class Finding:
    """One thing that the file says badly, twice, or not at all."""

    code: str
    about: str
    article: str | None
    line: int
    sentence: str
    decided: str | None = None

    @property
    def severity(self) -> Severity:
        return SEVERITIES[self.code]

    @property
    def blocks(self) -> bool:
        return self.severity is Severity.ERROR

    def as_data(self) -> dict[str, str | int | None]:
        """For the version of the network that is kept, and for pages."""
        return {
            "code": self.code,
            "severity": self.severity.value,
            "about": self.about,
            "article": self.article,
            "line": self.line,
            "sentence": self.sentence,
            "decided": self.decided,
        }


def found(code: str, about: str, where: Located, key: str, sentence: str, article: str | None = None) -> Finding:
    """A finding on the line of one key, citing the article that the mapping itself cites unless told otherwise."""
    cited = article or getattr(where, "article", None)
    return Finding(code, about, cited, where.line_of(key), sentence)


def with_decision(finding: Finding, file: NetworkFile) -> Finding:
    """The same finding with what was decided about it, if anything was: the finding stays."""
    keys = {finding.code, f"{finding.code}/{finding.about}"}
    for decision in file.decisions:
        if keys & set(decision.settles):
            return replace(finding, decided=decision.decided)
    return finding
