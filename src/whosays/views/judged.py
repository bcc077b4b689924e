"""Whom a judgement falls on: "criticised | Ana Ruiz | for lying", "mocked | Holub's | plan".

Read from the statement itself: whom its content begins with ("alleged that | Veldia | arms them"). Where it begins with
a deed, whoever did it is asked first.
"""

from __future__ import annotations

import re

from whosays.records import CodedReport, Mention, Span, Statement
from whosays.views.parties import Party, each_party

_JUDGED = frozenset({"accuse", "blame", "condemn", "praise"})
# "Criticised Ruiz | for lying", "Holub | and his men", "Ruiz |, the mayor": the name is the whole of what is judged.
_ALONE = re.compile(r"^(?:$|[,.;:”\"]|(?:for|over|as|and|after|because|when|who|whose|which)\b)")
_OWNED = re.compile(r"^(?:['’]s?)\s+((?:[\w-]+\s*){1,4})")
# What befell somebody is not what he did: "condemned Ruiz's | murder |", "protested against Holub's | arrest |".
_SUFFERED = frozenset(
    """abduction arrest assassination capture conviction death deportation detention dismissal disappearance eviction
    execution expulsion extradition harassment imprisonment jailing kidnapping killing murder ouster persecution
    prosecution removal sacking sentence sentencing shooting suffering torture trial killers attackers enemies critics
    opponents release plight fate factions rebels opposition dissidents""".split()
)
# "Alleged that Ruiz | was beaten |", "| had died |".
_UNDERGOES = re.compile(
    r"^(?:(?:has|have|had|may|might|could|would|will|must)\s+)*(?:(?:was|were|is|are|be|been|being|got|gets)\s+"
    r"(?:\w+ly\s+|still\s+|also\s+|not\s+)*(?:\w+ed|\w+en|held|shot|hit|put|sent|told|left|hurt|set|cut|paid|kept|made|sold|"
    r"bought|caught|brought|thrown|shown|hung)\b|(?:died|dies|suffered|lost|disappeared)\b)"
)
_THAT = re.compile(r"^that\s+|^(?=(?:he|she|they|it)\s)")  # "charges | he ran a gang": a clause without "that"
_ARTICLE = re.compile(r"^(?:the|an?|mrs?\.?|ms\.?|dr\.?)\s+", re.IGNORECASE)


def judged(record: CodedReport, statement: Statement) -> tuple[Party, ...]:
    """Whom a judgement names first; nobody where it begins with a thing, a deed or one to whom something was done."""
    if statement.act not in _JUDGED or not statement.content:
        return ()
    content = statement.content[0]
    text = record.report.text[content.start : content.end]
    clause = _THAT.match(text)
    if clause is not None and statement.act != "accuse":
        return ()
    start = content.start + (clause.end() if clause else 0)
    whom = _opening(record, Span(report=content.report, start=start, end=content.end))
    if whom is None or whom.id == statement.speaker:
        return ()
    rest = record.report.text[whom.span.end : content.end].lstrip()
    owned = _OWNED.match(rest)
    if owned is not None:
        return () if _SUFFERED & set(owned[1].lower().split()) else each_party(record, whom.id)
    if clause is not None:
        return () if _UNDERGOES.match(rest) or not rest[:1].isalpha() else each_party(record, whom.id)
    return each_party(record, whom.id) if _ALONE.match(rest) else ()


def _opening(record: CodedReport, content: Span) -> Mention | None:
    """The longest words for somebody that the content begins with."""
    article = _ARTICLE.match(record.report.text[content.start : content.end])
    starts = {content.start, content.start + (article.end() if article else 0)}
    opening = [m for m in record.mentions if m.kind == "actor" and m.span.start in starts]
    return max((m for m in opening if m.span.end <= content.end), key=lambda m: m.span.end, default=None)
