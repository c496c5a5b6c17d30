"""After a re-screen: what the rules suggest, and what the coach decides."""

from ..ces.case import Case
from ..ces.decisions import Then
from ..ces.prescription import Line
from ..ces.review import propose
from ..ces.safety import refer_out
from ..clock import utcnow
from ..models.database import write
from ..models.felt import AFTER, stated
from ..models.programmes import ProgrammeVersion
from ..models.rescreens import Rescreen, Said, screened
from ..models.reviews import Reply, Review, reviews_of
from ..models.tables import in_use
from ..models.users import User
from . import refer_outs
from .events import record

UP: tuple[Then, ...] = ("progress", "progress_studio")
LADDER = ("activate", "integrate")


def suggest(one: Rescreen, said: Said, *, by: User) -> list[Review]:
    """Put the rules' proposals for every finding of the programme; a decision stands while its proposal is the same."""
    client = one.issued.programme.client
    with write() as session:
        known = reviews_of(client.id)
        mine = {row.compensation: row for row in known if row.assessment_id == one.version.assessment_id}
        found, tables, now, asked_by = [], in_use(), utcnow(), by.id
        proposals = [(looked, propose(looked, said.adherence_pct, tables)) for looked in screened(one, said, known)]
        for looked, proposal in proposals:
            row = mine.get(looked.compensation)
            if row is None:
                row = Review(client_id=client.id, assessment=one.version.assessment, compensation=looked.compensation)
                _open_again(row)
            elif row.proposed != proposal.then:
                _open_again(row)
            row.facts = {
                "week": one.week,
                "before": looked.before,
                "now": looked.now,
                "technique_clean": looked.technique_clean,
                "goal_reached": looked.goal_reached,
                "done": said.done,
                "planned": said.planned,
                "sore": said.sore,
            }
            row.adherence_pct, row.outcome, row.rule = said.adherence_pct, proposal.outcome, proposal.rule
            row.proposed, row.reasons, row.lagging = proposal.then, list(proposal.reasons), proposal.bias or ""
            row.at, row.user_id = now, asked_by
            found.append(row)
        session.add_all(found)
        if said.sore:
            _send_on(one, said, by)
        record(
            "review.suggested",
            "Re-screen weighed up",
            by=by,
            client=client,
            subject=f"assessment {one.version.assessment_id}",
            rules=[row.rule for row in found],
        )
    return found


def _send_on(one: Rescreen, said: Said, by: User) -> None:
    """New pain after sessions is nobody's to weigh: the area rests, and a clinician is asked (after_session)."""
    pains = tuple(stated(AFTER, said.sore))
    assessment = one.version.assessment
    judged = refer_out(Case(pain=pains), in_use())
    refer_outs.heed(assessment.client, judged, source=f"assessment {assessment.id}", by=by)


def decide(review: Review, chosen: Then | None, why: str, issued: ProgrammeVersion | None, *, by: User) -> None:
    """Accept the proposal, choose another step, or (None) refuse it; another step and a refusal need a reason."""
    with write():
        if chosen is None:
            review.reply = Reply.refused
        else:
            review.reply = Reply.accepted if chosen == review.proposed else Reply.changed
        review.chosen, review.why = chosen or "", why
        review.rungs = _rungs(review, issued) if issued else []
        review.replied_at, review.replied_by_id = utcnow(), by.id
        record(
            f"review.{review.reply.value}",
            f"Proposal after a re-screen {review.reply.value}",
            by=by,
            client=review.assessment.client,
            subject=f"review {review.id}",
            rule=review.rule,
        )


def take_back(review: Review, *, by: User) -> None:
    """Undo a decision: the proposal stands open again."""
    with write():
        _open_again(review)
        client = review.assessment.client
        record("review.reopened", "Decision taken back", by=by, client=client, subject=f"review {review.id}")


def _open_again(review: Review) -> None:
    review.reply, review.chosen, review.why, review.rungs = Reply.open, "", "", []
    review.replied_at = review.replied_by_id = None


def _rungs(review: Review, issued: ProgrammeVersion) -> list[list[str]]:
    """The next rung for each drill that serves the finding, up or down its ladder; a drill at its end stays."""
    if review.chosen not in (*UP, "regress"):
        return []
    lines = (row.value for row in issued.on_sheet)
    return [pair for line in lines if (pair := _rung(line, review)) is not None]


def _rung(line: Line, review: Review) -> list[str] | None:
    drill = in_use().exercises.get(line.exercise)
    if drill is None or line.phase not in LADDER:
        return None
    if all(one.compensation != review.compensation for one in line.because):
        return None
    other = drill.progression if review.chosen in UP else drill.regression
    return [drill.id, other] if other else None
