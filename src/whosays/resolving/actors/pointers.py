"""Words that point without being anybody's part: definite nouns in the running text, and "I" in a quotation."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from whosays.gazetteer import Gazetteer
from whosays.ontology.nominals import Nominals
from whosays.parse import Parse, Token
from whosays.records import Link, Mention, Reason, Statement, mention_id
from whosays.resolving.actors.own import age_before, noun_at

MADE_BY = "rule:pointers@1"
FIRST_PERSONS = frozenset({"i", "me", "my", "we", "us", "our", "myself", "ourselves"})
_DEFINITE = frozenset({"the", "this", "that", "these", "those"})
_LONGEST_DESCRIPTION = 12
_LONGEST_OWNED = 7
_ORGANS = frozenset({"person", "ministry", "government", "force", "organisation"})
_NUMBERS = frozenset("two three four five six seven eight nine ten".split())
_ARGUMENTS = frozenset({"nsubj", "nsubj:pass", "obj", "iobj", "obl", "obl:agent"})
_LONGEST = 4  # words of a definite noun phrase that only points


def definite_nouns(parse: Parse, taken: Sequence[Mention], nominals: Nominals) -> tuple[Mention, ...]:
    """The definite nouns that may point at an actor and that no mention covers: "the junta's minister"."""
    covered = {i for m in taken if m.kind in {"actor", "event"} for i in _alone(parse, m)}
    standing = covered | {i for n in parse.names for i in range(n.start, n.end)}
    found = []
    for token in parse.tokens:
        if token.lower in _NUMBERS and token.i not in standing and _stands_alone(parse, token):
            found.append(_nominal(parse, token.i - 1, token.i + 1))
            continue
        kinds = nominals.nouns.get(token.lower) or nominals.nouns.get(token.lemma.lower())
        if not token.is_noun or token.i in standing or kinds == ("state",):
            continue
        if (not kinds or kinds == ("person",)) and not _is_somebody(parse, token):
            continue
        start = _phrase_start(parse, token.i)
        if start is None or any(i in covered for i in range(start, token.i)):
            continue
        found.append(_nominal(parse, start, token.i + 1))
    return tuple(found)


def _stands_alone(parse: Parse, token: Token) -> bool:
    """ "| The three | are members of a crew": a number that somebody is called by."""
    if token.dep not in _ARGUMENTS or token.i == 0 or parse.children(token.i, "nmod", "acl", "acl:relcl"):
        return False
    article = parse.tokens[token.i - 1]
    return article.lower == "the" and article.head == token.i


def _is_somebody(parse: Parse, token: Token) -> bool:
    """One person of whom the text may have told before: "the driver". "The country" is mostly a place."""
    noun = noun_at(parse, token.i)
    return token.tag == "NN" and noun is not None and noun.kind == "person" and not noun.group


def owned_nouns(parse: Parse, taken: Sequence[Mention], gazetteer: Gazetteer) -> tuple[Mention, ...]:
    """The organs and offices that stand with their owner and that no mention covers: "Chad's foreign minister"."""
    covered = {i for m in taken if m.kind == "actor" for i in _alone(parse, m)}
    named = {i for n in parse.names for i in range(n.start, n.end)}
    found = []
    for token in parse.tokens:
        if token.tag not in {"NN", "NNS"} or token.i in covered | named or token.dep in {"compound", "flat"}:
            continue
        before = [c for c in parse.children(token.i, "nmod:poss", "amod", "compound") if c.i < token.i]
        owners = [c for c in before if c.text[:1].isupper()]
        if not owners:
            continue
        start = min(i for c in before for i in parse.subtree(c.i))
        if any(i in covered and i not in parse.subtree(owners[0].i) for i in range(start, token.i)):
            continue
        match = gazetteer.pattern(parse.text(start, token.i + 1)) if token.i - start <= _LONGEST_OWNED else None
        if match is not None and match.actor.kind in _ORGANS and not match.rest:
            found.append(_nominal(parse, start, token.i + 1))
    return tuple(found)


def descriptions(parse: Parse, taken: Sequence[Mention]) -> tuple[tuple[Mention, int], ...]:
    """What stands in commas behind a person's name, each with a token of that name: "X, the junta's minister, ...".

    Read off the words and not the syntax, which often takes such a description for one more thing in a list.
    """
    found = []
    for name in parse.names:
        at = name.end
        if at + 2 >= len(parse.tokens) or parse.tokens[at].text != ",":
            continue
        # Trained names mistake rare people for places; several words and a person's description tell better.
        if name.kind == "state":
            continue
        if name.label != "person" and (name.label not in {"place", "organisation"} or name.end - name.start < 2):
            continue
        if name.start > 0 and parse.tokens[name.start - 1].text in {",", "and"}:
            continue  # may be one of a list
        beside = next((m for m in taken if m.form == "nominal" and parse.tokens_of(m.span)[0] == at + 1), None)
        noun = parse.tokens[parse.root_of(*parse.tokens_of(beside.span))] if beside is not None else None
        about = noun_at(parse, noun.i) if noun is not None else None
        if beside is not None and noun is not None and about is not None and about.kind == "person":
            first, last = parse.tokens_of(beside.span)
            # "X, | envoy Ana Ruiz | and", "X, | the envoy |, Ana Ruiz, and"
            own = any(n.label == "person" and first < n.start <= last + 1 for n in parse.names)
            own = own or parse.tokens[first].tag == "WP$"  # "X, | whose wife | was held": somebody else
            # "X, | her driver | and two guards": no more than "X and her driver"
            own = own or (parse.tokens[first].lower in {"his", "her"} and noun.dep == "conj")
            # "in a talk with X, | the bishop | said so": who says it; not "X, | the baker | killed in May"
            verb = parse.tokens[min(last, len(parse.tokens) - 1)]
            told = verb.tag in {"VBD", "VBZ", "VBP"} and parse.children(verb.i, "ccomp", "xcomp", "obj")
            own = own or (noun.dep == "nsubj" and noun.head == verb.i and bool(told))
            if noun.tag == "NN" and not own:
                found.append((beside, name.start))
            continue
        end = _description_end(parse, at + 1)
        if end is not None:
            found.append((_nominal(parse, at + 1, end), name.start))
    return tuple(found)


def _description_end(parse: Parse, start: int) -> int | None:
    """Where a description of a person that begins at ``start`` ends: before the next comma or full stop."""
    if parse.tokens[start].lower not in {"the", "a", "an"}:
        return None
    end = start + 1
    while end < len(parse.tokens) and parse.tokens[end].text not in {",", ".", ";", ")"}:
        token = parse.tokens[end]
        if token.is_verb or token.tag in {"WDT", "WP", "CC", "PRP"} or end - start > _LONGEST_DESCRIPTION:
            return None
        end += 1
    if end >= len(parse.tokens) or parse.tokens[min(end + 1, len(parse.tokens) - 1)].lower in {"and", "or"}:
        return None
    first = next((i for i in range(start, end) if parse.tokens[i].lower in {"of", "in", "for", "at"}), end)
    noun = noun_at(parse, first - 1)
    singular = parse.tokens[first - 1].tag in {"NN", "NNP"}
    return end if noun is not None and noun.kind == "person" and singular else None


def _nominal(parse: Parse, start: int, end: int) -> Mention:
    span = parse.span(start, end)
    words = " ".join(parse.report.words(span).split())
    return Mention(id=mention_id(span, "actor"), kind="actor", form="nominal", span=span, name=words, made_by=MADE_BY)


def _alone(parse: Parse, mention: Mention) -> Iterable[int]:
    """The tokens that a mention speaks for: its own, without a possessor or an "of"-phrase inside it."""
    start, end = parse.tokens_of(mention.span)
    head = parse.root_of(start, end)
    inner = {
        i
        for child in parse.children(head, "nmod:poss", "nmod")
        if start <= child.i < end
        for i in parse.subtree(child.i)
    }
    return [i for i in range(start, end) if i not in inner]


def _phrase_start(parse: Parse, head: int) -> int | None:
    """Where a definite phrase of few words begins that ends in ``head``; None when it is not one."""
    if any(c.i > head for c in parse.children(head, "nmod", "acl", "acl:relcl", "compound", "appos")):
        return None
    age = age_before(parse, head)
    for i in range(head - 1, max(head - _LONGEST - len(age), -1), -1):
        token = parse.tokens[i]
        if i in age:
            continue
        if token.lower in _DEFINITE and token.head == head:
            return i
        if token.head != head or token.dep not in {"amod", "compound"}:
            return None
    return None


class Quoted:
    """Who speaks at a token: the speakers of the statements whose quoted words hold it.

    ``statements`` are those that have a speaker.
    """

    def __init__(self, parse: Parse, statements: Iterable[Statement]) -> None:
        self._parse = parse
        self._inside = [False] * len(parse.tokens)
        for quotation in parse.quotations:
            for i in range(quotation.open, min(quotation.close + 1, len(parse.tokens))):
                self._inside[i] = True
        self.statements = [s for s in statements if s.speaker is not None]
        for statement in self.statements:  # "RUIZ: We will stay": a turn of a conversation needs no marks
            if parse.report.words(statement.cue) == ":":
                for start, end in (parse.tokens_of(c) for c in statement.content):
                    self._inside[start:end] = [True] * (end - start)

    def speaker(self, token: int) -> str | None:
        """The mention of the one who says this quoted word; None outside quotations and where two claim it."""
        if not self._inside[token]:
            return None
        where = self._parse.span(token, token + 1)
        around = [(s, c) for s in self.statements for c in s.content if c.covers(where)]
        around = [(s, c) for s, c in around if not self._said_within(s, token)]
        if not around:
            return None
        tightest = min(c.end - c.start for _, c in around)
        speakers = {s.speaker for s, c in around if c.end - c.start == tightest}
        return speakers.pop() if len(speakers) == 1 else None

    def going_on(self, token: int) -> str | None:
        """The mention of the one whose words a quotation without a teller may go on with: the last one's before it."""
        here = next((q for q in self._parse.quotations if q.open <= token <= q.close), None)
        before = [q for q in self._parse.quotations if here is not None and q.close < here.open]
        if here is None or not before or self._parse.sentence(here.open) - self._parse.sentence(before[-1].close) > 1:
            return None
        return self.speaker(before[-1].open + 1)

    def _said_within(self, statement: Statement, token: int) -> bool:
        """Whether a statement's own verb stands in the same quotation: "he said he would" is no quotation of his."""
        cue = self._parse.tokens_of(statement.cue)[0]
        return any(q.open <= cue <= q.close and q.open <= token <= q.close for q in self._parse.quotations)


def first_person(mention: Mention, speaker: Mention, said: Link) -> Link | None:
    """The link of "I" or "we" in the words of a speaker whose own link is ``said``."""
    if said.target is None and not said.candidates:
        return None
    detail = f"“{mention.name}” stands in the words of “{speaker.name}”"
    return Link(
        mention=mention.id,
        target=said.target,
        score=min(said.score, 0.8),
        reasons=(Reason(rule="first-person", detail=detail, weight=0.8),),
        candidates=said.candidates,
        made_by=MADE_BY,
    )
