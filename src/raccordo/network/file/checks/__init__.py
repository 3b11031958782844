"""Every check, each a small function from the file to its findings. Nothing here knows any network by name."""

from collections.abc import Callable, Iterator

from raccordo.network.file.checks import bodies, gaps, hours, money, points, soundness, table
from raccordo.network.file.findings import Finding, with_decision
from raccordo.network.file.schema import NetworkFile

Check = Callable[[NetworkFile], Iterator[Finding]]

CHECKS: tuple[Check, ...] = (
    soundness.one_lead,
    soundness.branches_have_parents,
    soundness.hours_have_points,
    soundness.hours_are_whole,
    soundness.hours_do_not_overlap,
    soundness.periods_follow,
    soundness.staffing_is_possible,
    points.spokes_announced,
    points.numbered_differently,
    points.number_on_two_points,
    points.functions_differ,
    points.targets_differ,
    points.address_written_differently,
    points.without_status,
    points.without_contacts,
    points.without_address,
    bodies.named_differently,
    bodies.network_named_differently,
    bodies.counted_twice,
    bodies.partner_order,
    bodies.list_heading,
    bodies.doubtful_names,
    bodies.duty_claimed_twice,
    bodies.other_project_overlap,
    hours.points_without_hours,
    hours.month_without_year,
    hours.weekly_hours_gap,
    hours.hours_shared_unclear,
    money.sums,
    money.repeated_bodies,
    money.grant_share,
    money.other_limits,
    money.cost_items,
    money.cofunding_kind,
    money.premises_not_valued,
    table.cadence,
    table.delegates_without_role,
    table.missing_rules,
    gaps.duration,
    gaps.signature,
    gaps.privacy_clause,
    gaps.wordings,
    gaps.documents,
    gaps.figures,
)


def findings_of(file: NetworkFile) -> list[Finding]:
    """Everything the checks find, in the order of the file's lines, with the decisions beside."""
    found = (with_decision(finding, file) for check in CHECKS for finding in check(file))
    return sorted(found, key=lambda finding: (finding.line, finding.code, finding.about))


computed = money.computed
