"""On which side of the day of writing a time lies, by the verb that governs it; and which time an event has."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from importlib.resources import files
from typing import Literal

import msgspec
import yaml

from whosays.errors import KnowledgeError
from whosays.parse import Parse, TimeExpression, Token

Tense = Literal["past", "future"]

_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
# Clauses that share the time of the clause above them; a reported or a relative clause has its own.
_SHARING = frozenset({"conj", "xcomp", "advcl", "compound", "aux", "cop"})
_NOMINAL = frozenset({"nsubj", "obj", "iobj", "obl", "nmod", "compound", "appos", "conj"})
_WILL = frozenset({"will", "shall", "'ll", "’ll", "wo", "would"})
_TERMS = frozenset({"until", "till", "since"})
_BOUNDARIES = frozenset({",", ";", ":", "that", "which", "who", "when", "after", "before", "said", "says"})


class _Verbs(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    ahead_verbs: frozenset[str]
    appointment_verbs: frozenset[str]
    term_verbs: frozenset[str]
    calling_verbs: frozenset[str]
    ahead_words: frozenset[str]


@cache
def _verbs() -> _Verbs:
    text = (files("whosays") / "data" / "ontology" / "tenses.yaml").read_text(encoding="utf-8")
    try:
        return msgspec.convert(yaml.load(text, Loader=_Loader), _Verbs)
    except (yaml.YAMLError, msgspec.ValidationError) as error:
        raise KnowledgeError(f"tenses.yaml cannot be used: {error}. Mend the entry that is named.") from error


def head_of(parse: Parse, start: int, end: int) -> Token:
    """The token of a range that hangs on something outside it."""
    return parse.tokens[parse.root_of(start, end)]


def _verb_tense(parse: Parse, verb: Token) -> Tense | None:
    auxiliaries = [t for t in parse.children(verb.i) if t.dep.startswith("aux") or t.dep == "cop"]
    lemmas = {t.lemma.lower() for t in auxiliaries} | {t.lower for t in auxiliaries}
    if lemmas & _WILL and not (verb.tag == "VBN" and "have" in lemmas):
        return "future"
    if lemmas & _verbs().ahead_verbs or _is_arranged(parse, verb, auxiliaries):
        return "future"
    governor = parse.tokens[verb.head]
    lemma = verb.lemma.lower()
    infinitive = verb.tag == "VB" or (verb.tag == "VBN" and any(t.tag == "VB" for t in auxiliaries))  # "to be held"
    if infinitive and any(t.lower in _HAD for t in parse.children(governor.i, "aux")):
        return "past"  # "| had | been expected to appear on Friday"
    if infinitive and (governor.lemma.lower() in _verbs().ahead_verbs or _is_to_be(parse, verb, governor)):
        return "future"
    ablaze = any(t.lower in _ABLAZE for t in parse.children(verb.i, "obl", "advmod", "xcomp"))  # "was set | on fire"
    if lemma in _verbs().ahead_verbs and verb.tag in ("VBN", "VBZ", "VBP") and not ablaze:
        return "future"
    present = verb.tag in ("VBZ", "VBP") or (verb.tag == "VBG" and any(t.tag in ("VBZ", "VBP") for t in auxiliaries))
    if present and lemma in _verbs().appointment_verbs:
        return "future"
    past = verb.tag in ("VBD", "VBN") or any(t.tag == "VBD" for t in auxiliaries)
    return "past" if past else None


_HAD = frozenset({"had", "'d", "\u2019d"})
_ABLAZE = frozenset({"fire", "ablaze", "alight", "free", "up", "back", "aside", "off"})


def _is_arranged(parse: Parse, verb: Token, auxiliaries: Sequence[Token]) -> bool:
    """ "Are | to be held | on Friday": a being in the present, and "to" behind it."""
    beings = [t.i for t in auxiliaries if t.lower in {"is", "are"}]
    return any(being < t.i for being in beings for t in parse.children(verb.i, "mark") if t.lower == "to")


def _is_to_be(parse: Parse, verb: Token, governor: Token) -> bool:
    """Whether it reads "is to meet" or "is going to meet"."""
    marked = any(t.lower == "to" for t in parse.children(verb.i))
    going = governor.lower == "going"
    return marked and governor.i != verb.i and (governor.lemma.lower() == "be" or going)


def _worded_tense(parse: Parse, expression: TimeExpression) -> Tense | None:
    """The same by the words of the clause before the time alone, for where the syntax is silent."""
    start = parse.sentences[parse.sentence(expression.start)][0]
    before = parse.tokens[max(start, expression.start - 12) : expression.start]
    lower = [t.lower for t in before]
    if lower[-3:] in (["as", "early", "as"], ["as", "soon", "as"], ["no", "later", "than"]):
        return "future"
    clause: list[str] = []
    for word in reversed(lower):
        if word in _BOUNDARIES:
            break
        clause.append(word)
    return "future" if _WILL & set(clause) else None


def tense_of(parse: Parse, expression: TimeExpression) -> Tense | None:
    """The side that the governing verb tells of; None where it tells nothing (no verb, no syntax, an infinitive)."""
    before = parse.tokens[expression.start - 1].lower if expression.start else ""
    if before == "since" or before in _verbs().ahead_words:
        return "past" if before == "since" else "future"
    head = head_of(parse, expression.start, expression.end)
    if head.dep == "nmod:poss" and parse.tokens[head.head].dep not in ("nsubj", "nsubj:pass"):
        return None  # "they will appeal Wednesday's ruling": the ruling's day, not that of the appeal
    for above in parse.ancestors(head.i):
        ahead = above.lower in _verbs().ahead_words and above.i < expression.start
        if ahead or (before in _TERMS and above.lemma.lower() in _verbs().term_verbs):
            return "future"
        if before == "for" and above.is_verb and above.lemma.lower() in _verbs().calling_verbs:
            return "future"  # "called a strike | for Thursday |"
        if above.is_verb:
            return _verb_tense(parse, above) or _worded_tense(parse, expression)
    return _worded_tense(parse, expression)


def _clause(parse: Parse, i: int) -> int:
    """The verb, or else the head, of the clause that token ``i`` is a nominal or other plain part of."""
    current = parse.tokens[i]
    while not current.is_verb and current.dep.split(":")[0] in _NOMINAL and current.head != current.i:
        current = parse.tokens[current.head]
    return current.i


def _sharing(parse: Parse, clause: int) -> Iterator[int]:
    """The clause and those above it whose time it shares, nearest first."""
    current = parse.tokens[clause]
    yield current.i
    while current.dep.split(":")[0] in _SHARING and current.dep != "acl:relcl" and current.head != current.i:
        current = parse.tokens[current.head]
        yield current.i


def _time_clause(parse: Parse, head: Token) -> int:
    """The first verb above a time, or the topmost word where there is none."""
    last = head.i
    for above in parse.ancestors(head.i):
        last = above.i
        if above.is_verb:
            break
    return last


def _trails(parse: Parse, head: Token, start: int) -> bool:
    """ "Fired missiles after the strike on the base | yesterday": right behind it, the time is that other deed's."""
    beside = (c for c in parse.children(head.head, "obl") if c.i < start and max(parse.subtree(c.i)) == start - 1)
    return any(c.lower in _OF_ANOTHER for b in beside for c in parse.children(b.i, "case"))


def _closeness(parse: Parse, token: int, expression: TimeExpression) -> int | None:
    """How near a time stands to an event in the syntax, 0 nearest; None when it is not the event's."""
    head = head_of(parse, expression.start, expression.end)
    if _trails(parse, head, expression.start):
        return None
    if _bounds(parse, head, token) or _of_offence(parse, head, token, expression):
        return None
    judged = parse.tokens[token].lemma.lower() in _JUDGING  # "sentenced | for the murder of a man in May"
    other = _OF_ANOTHER | _ENDS | (_FOR if judged else frozenset())
    for above in parse.ancestors(head.i):
        if above.i == token:
            return 0
        if above.is_verb:
            break
        if above.dep == "appos" and above.i != token and parse.tokens[above.head].dep.startswith("nsubj"):
            return None  # "Ana Ruiz, the suspect in the murder in 2013, | was tried": when that was
        if any(c.lower in other and c.i != expression.start - 1 for c in parse.children(above.i, "case")):
            return None  # "following the decision on Monday": when it was decided
    if head.i < token and _is_gone_into(parse, token, head.i):
        return None
    time_clause = _time_clause(parse, head)
    for distance, clause in enumerate(_sharing(parse, _clause(parse, token)), start=1):
        if clause == time_clause:
            return distance
    lower = parse.tokens[time_clause]
    # "a sentence for | taking bribes in May", "the largest swap | since the war began in May"
    what_for = (_FOR | _OF_ANOTHER) & {m.lower for m in parse.children(lower.i, "mark")}
    if lower.head == token and lower.dep.split(":")[0] == "acl" and not parse.tokens[token].is_verb and not what_for:
        return 2  # "the summit held on Friday"
    # "stormed the hall and seized it on Friday": the time hangs on the later of two deeds told in one breath
    if lower.dep == "conj" and lower.head == _clause(parse, token) and expression.start > token:
        return 6
    return None


def _is_gone_into(parse: Parse, token: int, time: int) -> bool:
    """ "Begins an inquiry on Friday | into the murder |": a time before it is that of the inquiry."""
    current = parse.tokens[token]
    while not current.is_verb and current.dep.split(":")[0] in _NOMINAL and current.head != current.i:
        cases = {c.lower for c in parse.children(current.i, "case")}
        gone_into = "over" in cases or ("into" in cases and _is_inquiry(parse, current))
        if gone_into and time not in parse.subtree(current.i):
            return True
        current = parse.tokens[current.head]
    return False


_INQUIRIES = frozenset({"inquiry", "enquiry", "probe", "investigation", "hearing", "look", "investigate", "inquire"})


def _is_inquiry(parse: Parse, looked_into: Token) -> bool:
    """ "An inquiry | into the murder", "begins an inquiry on Friday | into it": whatever the phrase hangs on."""
    above = parse.tokens[looked_into.head]
    return bool({above.lemma.lower(), *(c.lemma.lower() for c in parse.children(above.i, "obj"))} & _INQUIRIES)


def _bounds(parse: Parse, head: Token, token: int) -> bool:
    """Whether a time tells from or until when: "the minister until 1988, was killed", "extended the ban until May"."""
    cases = {c.lower for c in parse.children(head.i, "case", "mark")}
    if cases & _ENDS:
        return head.head != token or not parse.children(token, "advmod")  # but "did not meet until May"
    return head.head != token and bool(cases & _TERMS)


_ENDS = frozenset({"until", "till"})
_JUDGING = frozenset("convict sentence charge jail indict arrest detain accuse acquit try imprison fine".split())
_FOR = frozenset({"for", "of", "over", "with"})


def _of_offence(parse: Parse, head: Token, token: int, expression: TimeExpression) -> bool:
    """ "Sentenced him for the murder of a judge | in 2019": when it was done; but "convicted of fraud | in 2019"."""
    verb = parse.tokens[token]
    if head.head != token or verb.lemma.lower() not in _JUDGING or expression.day or expression.weekday is not None:
        return False
    for phrase in parse.children(token, "obl", "advcl"):
        before = max(parse.subtree(phrase.i)) < expression.start and phrase.i > token
        what_for = _FOR & {c.lower for c in parse.children(phrase.i, "case", "mark")}
        told = phrase.is_verb or any(c.lower == "the" for c in parse.children(phrase.i, "det"))
        if phrase.lemma.lower() in _CHARGES and parse.children(phrase.i, "acl", "nmod"):  # "on charges of killing him"
            what_for, told = frozenset({"of"}), True
        if before and what_for and told and expression.year is not None:
            return True
    return False


_CHARGES = frozenset({"charge", "count", "suspicion"})
_OF_ANOTHER = frozenset({"into", "following", "after", "before", "despite", "amid", "since", "over", "ahead"})
_RANKING = frozenset(
    {"first", "worst", "biggest", "largest", "deadliest", "highest", "lowest", "most", "only", "latest"}
)


def _ranks(parse: Parse, expression: TimeExpression) -> bool:
    """ "For the first time since May", "the deadliest since 2014": how a deed stands among others, not when it was."""
    before = [t.lower for t in parse.tokens[max(expression.start - 8, 0) : expression.start]]
    return before[-1:] == ["since"] and any(word in _RANKING or word.endswith("iest") for word in before)


def attach_time(parse: Parse, token: int, times: Sequence[TimeExpression]) -> TimeExpression | None:
    """The time expression of an event: the nearest by syntax in its sentence; None where none is the event's own.

    Args:
        parse: the report, with syntax.
        token: the event's trigger.
        times: the report's time expressions. Lengths ("three days"), sets and "now" are nobody's date; a length
            that reaches back from the day of writing ("the last three years") is one where nothing nearer is.
    """
    sentence = parse.sentence(token)
    found: list[tuple[int, int, int, TimeExpression]] = []
    for expression in times:
        window = expression.kind == "duration" and expression.shift is not None
        if parse.sentence(expression.start) != sentence or expression.vague is not None:
            continue
        if _ranks(parse, expression):
            continue
        if expression.kind in ("date", "time") or window:
            closeness = _closeness(parse, token, expression)
            if closeness is not None:
                away = abs(expression.start - token)
                found.append((closeness + (10 if window else 0), away, expression.start, expression))
    nearest = min(found, key=lambda f: f[:3])[3] if found else None
    opened = _told_before_when(parse, token, times)
    own = nearest is not None and token < nearest.start
    return opened if opened is not None and not own else nearest


def _told_before_when(parse: Parse, token: int, times: Sequence[TimeExpression]) -> TimeExpression | None:
    """ "The worst since | May 2019, when | rebels killed nine": the time right before "when" is that of its clause."""
    verb = parse.tokens[token]
    when = [c.i for c in parse.children(verb.i, "advmod", "mark") if c.lower == "when"] if verb.is_verb else []
    if len(when) != 1 or when[0] > token:
        return None
    behind = when[0] - (parse.tokens[when[0] - 1].text == ",")
    dates = (t for t in times if t.kind in {"date", "time"} and t.vague is None)
    return next((t for t in dates if t.end == behind), None)
