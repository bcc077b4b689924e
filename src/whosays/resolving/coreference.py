"""Whom a short form, a definite noun or a pronoun points back to. Conservative: one candidate, or unsure."""

from __future__ import annotations

from bisect import insort
from collections.abc import Iterable, Iterator, Sequence

import msgspec

from whosays.gazetteer import normalise
from whosays.parse import Parse, Token
from whosays.records import Actor, ActorKind, Reason
from whosays.resolving.asked import Asked, Named
from whosays.resolving.own import bare, noun_at
from whosays.resolving.setting import Setting

_REACH = 3  # sentences back that a definite noun may point; a pronoun reaches one
_OFFICE_REACH = 5  # "the president": further back, the text has gone on to another one
_SUBJECTS = frozenset({"nsubj", "nsubj:pass"})
_ARGUMENTS = frozenset({"nsubj", "obj", "iobj", "obl", "nsubj:pass", "obl:agent"})
_PLURALS = frozenset({"they", "them", "their"})
_PERSONS = frozenset({"he", "she", "him"})  # "X's regime ... he": the regime's owner is not who is spoken of
_NEUTERS = frozenset({"it", "its"})
_MODIFYING = frozenset({"amod", "compound", "nmod:poss", "nmod:desc", "nummod"})
_FEMALE = frozenset(
    "woman girl mother wife daughter sister queen mrs ms spokeswoman chairwoman congresswoman baroness lady princess "
    "actress widow dame fiancee fiancée".split()
)
_MALE = frozenset(
    "man boy father husband son brother king mr sir spokesman chairman congressman lord prince sheikh mullah imam "
    "pope emir sultan".split()
)


class Met(msgspec.Struct, frozen=True):
    """An actor met in the text: where, in what form, and with which other words (titles, nouns, adjectives)."""

    actor: Actor
    head: int
    form: str
    name: str
    words: frozenset[str] = frozenset()


class Memory:
    """The actors that a report has named so far, and the full names that it gives anywhere."""

    def __init__(self, parse: Parse, setting: Setting) -> None:
        self._parse = parse
        self._setting = setting
        self._met: list[Met] = []
        self._later: list[Met] = []

    def meet(self, met: Met) -> None:
        """Remembers an actor, in the order of the text."""
        insort(self._met, met, key=lambda m: m.head)

    def foresee(self, met: Iterable[Met]) -> None:
        """Names given in full further down, for the short form in a headline that comes first."""
        self._later.extend(met)

    def short_form(self, one: Asked) -> Named | None:
        """A surname or a shortened name of somebody named in full: "Haqqani", "the Working Group"."""
        words = normalise(bare(one.core.name)).split()
        if one.mention.form != "name" or not words or len(" ".join(words)) < 3:
            return None
        for known in (self._met, self._later):
            found: dict[str, Met] = {}
            for met in known:
                full = normalise(bare(met.name)).split() if met.form == "name" else []
                if (
                    len(full) > len(words)
                    and _shortens(words, full, met.actor.kind, one)
                    and self._title_fits(one, met)
                ):
                    found[met.actor.id] = met
            if len(found) > 1:
                detail = f"“{one.mention.name}” is short for several named in the report"
                return Named(None, Reason(rule="short-form", detail=detail), tuple(found), score=0.4)
            if found:
                met = next(iter(found.values()))
                detail = f"“{one.mention.name}” is short for “{met.name}”, named in full"
                return Named(met.actor, Reason(rule="short-form", detail=detail, weight=0.9), score=0.9)
        return None

    def _title_fits(self, one: Asked, met: Met) -> bool:
        """ "Mr" is not short for a woman named in full."""
        words = {w for title in one.core.titles for w in title.split()}
        return not ((words & _MALE and self._other_sex("he", met)) or (words & _FEMALE and self._other_sex("she", met)))

    def same_noun(self, one: Asked, *, generic: bool) -> Named | None:
        """A definite noun that was said of an actor before: "the M23 rebels ... the rebels".

        With ``generic``, an actor of whom no more is known than the noun itself ("rebels ... the rebels").
        """
        token = self._parse.tokens[one.head]
        before = (t for t in self._parse.children(one.head, *_MODIFYING) if one.start <= t.i < one.head)
        new = {t.lemma.lower() for t in before} - self._setting.nominals.harmless
        office = self._setting.nominals.kinds(token.lower, token.lemma.lower()) == ("person",)
        here = self._parse.sentence(one.head)
        found: dict[str, Met] = {}
        for met in self._met:
            fits = token.lemma.lower() in met.words and new <= met.words and met.head < one.head
            fits = fits and (not office or here - self._parse.sentence(met.head) <= _OFFICE_REACH)
            fits = fits and not (token.tag == "NNS" and self._parse.tokens[met.head].tag == "NN")
            if fits and generic == is_generic(met, self._parse.tokens[met.head].lower):
                found.pop(met.actor.id, None)
                found[met.actor.id] = met
        if not found:
            return None
        if len(found) > 1:
            return _several(one, found)
        met = next(iter(found.values()))
        return _points(one, "noun", met)

    def recall(self, one: Asked, *, apart: str | None = None) -> Named | None:
        """Whom a definite noun or a pronoun means; unsure with the candidates when more than one fits.

        Args:
            one: the words that point.
            apart: an actor that they cannot mean: the speaker of the quotation that they stand in.
        """
        token = self._parse.tokens[one.head]
        kinds = self._setting.nominals.kinds(token.lower, token.lemma.lower())
        pronoun = one.mention.form == "pronoun"
        if not kinds or (not pronoun and (kinds == ("person",) or self._of_many(token))):
            return None
        for sentence in self._back(one.head, 1 if pronoun else _REACH):
            candidates = [m for m in self._candidates(one, sentence, kinds) if m.actor.id != apart]
            if self._stranger(one, sentence, candidates) or self._joint_subject(one, sentence):
                return None
            if not candidates:
                continue
            chosen = self._choose(token, candidates)
            if chosen is not None:
                return _points(one, "pronoun" if pronoun else "noun", chosen)
            return _several(one, {m.actor.id: m for m in candidates})
        return None

    def _of_many(self, token: Token) -> bool:
        """A plural whose singular alone is listed means several of them ("the agencies"), not one."""
        return token.tag == "NNS" and token.lower not in self._setting.nominals.nouns

    def _back(self, token: int, reach: int) -> Iterator[int]:
        """The sentences from a token's own backwards; those wholly inside a quotation do not count as steps."""
        sentence = self._parse.sentence(token)
        yield sentence
        steps = 0
        while steps < reach and sentence > 0:
            sentence -= 1
            first, last = self._parse.sentences[sentence]
            if not any(q.open <= first and last - 1 <= q.close for q in self._parse.quotations):
                steps += 1
            yield sentence

    def _candidates(self, one: Asked, sentence: int, kinds: Sequence[ActorKind]) -> list[Met]:
        token = self._parse.tokens[one.head]
        plural = token.lower in _PLURALS
        found = []
        for met in self._met:
            if self._parse.sentence(met.head) != sentence or met.head >= one.head:
                continue
            many = self._parse.tokens[met.head].tag in {"NNS", "NNPS"}
            if plural:
                one_name = met.form == "name" and met.actor.kind in {"state", "person"}  # "the United States"
                fits = (many and not one_name) or (met.actor.kind in kinds and met.actor.kind != "person")
            else:
                fits = met.actor.kind in kinds and not (many and one.mention.form == "pronoun" and met.form != "name")
            if fits and not self._other_sex(token.lower, met) and not self._same_clause(one.head, met.head):
                found.append(met)
        found = [m for m in found if self._home_fits(one, m) and self._name_fits(token, m)]
        several = [m for m in found if plural and self._parse.tokens[m.head].tag in {"NNS", "NNPS"}]
        return several or found  # "a court sentenced three men. They ..."

    def _other_sex(self, pronoun: str, met: Met) -> bool:
        if met.actor.kind != "person":
            return False
        first = normalise(bare(met.name)).split()[:1] + normalise(met.actor.name).split()[:1]
        nominals = self._setting.nominals
        woman = bool(met.words & _FEMALE) or any(w in nominals.women for w in first)
        man = bool(met.words & _MALE) or any(w in nominals.men for w in first)
        if pronoun in {"he", "him", "his"}:
            return woman and not man
        return pronoun in {"she", "her", "hers"} and man and not woman

    def _name_fits(self, token: Token, met: Met) -> bool:
        noun = token.lemma.lower()
        adjectives = {c.lower for c in self._parse.children(token.i, "amod", "compound") if c.i < token.i}
        if adjectives & self._setting.nominals.hostile and met.actor.kind not in {"armed-group", "party", "force"}:
            return False
        return noun not in self._setting.nominals.named or noun in normalise(met.actor.name).split()

    def _home_fits(self, one: Asked, met: Met) -> bool:
        """ "The Palestinian group" is not a Lebanese one; adjectives that are no state's must be harmless."""
        if one.mention.form == "pronoun":
            return True
        entry = self._setting.gazetteer.entry(met.actor.id)
        home = set(entry.states) if entry else {c.code for c in met.actor.codes}
        for child in self._parse.children(one.head, *_MODIFYING):
            if not one.start <= child.i < one.head or child.lower in met.words | self._setting.nominals.harmless:
                continue
            state = self._setting.gazetteer.state_of_adjective(child.text)
            if state is None or state not in home:
                return False
        return True

    def _stranger(self, one: Asked, sentence: int, candidates: Sequence[Met]) -> bool:
        """Somebody whom no mention stands for comes after the last candidate: "30 volunteers ... they"."""
        token = self._parse.tokens[one.head]
        if one.mention.form != "pronoun" or token.lower in _NEUTERS:
            return False
        start, end = self._parse.sentences[sentence] if 0 <= sentence < len(self._parse.sentences) else (0, 0)
        last = max((m.head for m in candidates), default=start - 1)
        heads = {m.head for m in self._met}
        for other in self._parse.tokens[max(start, last + 1) : min(end, one.head)]:
            if other.i in heads or other.dep in _MODIFYING | {"appos", "flat"} or not other.is_noun:
                continue
            noun = noun_at(self._parse, other.i)
            people = (noun is not None and noun.kind == "person") or self._setting.gazetteer.state_of_people(other.text)
            if people and (other.tag in {"NNS", "NNPS"}) == (token.lower in _PLURALS):
                return True
        return False

    def _joint_subject(self, one: Asked, sentence: int) -> bool:
        """ "Assad and Russia ... they": the pronoun may mean both together, whom no one actor stands for."""
        if self._parse.tokens[one.head].lower not in _PLURALS:
            return False
        start, end = self._parse.sentences[sentence]
        subjects = (t for t in self._parse.tokens[start : min(end, one.head)] if t.dep in _SUBJECTS)
        return any(self._parse.children(t.i, "conj") for t in subjects)

    def _same_clause(self, pointer: int, other: int) -> bool:
        """Subject and object of one verb are two ("it attacked the group")."""
        a, b = self._parse.tokens[pointer], self._parse.tokens[other]
        return a.head == b.head and a.dep != b.dep and {a.dep, b.dep} <= _ARGUMENTS

    def _choose(self, pointer: Token, candidates: Sequence[Met]) -> Met | None:
        """The only one; else the only one that is the subject of its clause. "It" needs a subject.

        In a relative clause ("met X, whom he blamed") the subject is no likelier than the one beside it.
        """
        word = pointer.lower
        relative = any(a.dep.startswith("acl") for a in self._parse.ancestors(pointer.i))
        if word in _PERSONS and relative and len({m.actor.id for m in candidates}) > 1:
            return None
        subjects = [m for m in candidates if self._parse.tokens[m.head].dep in _SUBJECTS]
        if len({m.actor.id for m in subjects}) == 1:
            return subjects[-1]
        if len({m.actor.id for m in candidates}) == 1 and word not in _NEUTERS:
            last = self._parse.tokens[candidates[-1].head]
            return candidates[-1] if last.dep != "nmod:poss" or word not in _PERSONS else None
        return None


def is_generic(met: Met, noun: str) -> bool:
    """Whether an actor is known by a bare common noun only, and not by a person's one name."""
    named = met.form == "name" and met.actor.kind == "person"
    return met.actor.id == f"own:{noun}" and not named


def words_about(parse: Parse, one: Asked) -> frozenset[str]:
    """The lower-cased words that describe a mention: its own, its titles, the nouns before it and beside it."""
    if any(one.start <= c.i < one.end for c in parse.children(one.head, "conj")):
        return frozenset()  # "the rebels and the government": a later "the government" is not both
    found = {parse.tokens[i].lemma.lower() for i in range(one.start, one.end)}
    found |= {w for title in one.core.titles for w in title.split()}
    for child in parse.children(one.head, "appos", "compound", "nmod:desc", "amod"):
        if child.dep == "appos" and any(parse.children(child.i, "conj")):
            continue
        found.add(child.lemma.lower())
        found |= {c.lemma.lower() for c in parse.children(child.i, "amod", "compound")}
    if parse.tokens[one.head].dep == "appos":
        described = parse.tokens[one.head].head
        found |= {parse.tokens[described].lemma.lower()}
        found |= {c.lemma.lower() for c in parse.children(described, "amod", "compound")}
    return frozenset(found)


def _points(one: Asked, what: str, met: Met) -> Named:
    detail = f"the {what} “{one.mention.name}” points back to “{met.name}”"
    return Named(met.actor, Reason(rule="coreference", detail=detail, weight=0.8), score=0.8)


def _several(one: Asked, found: dict[str, Met]) -> Named:
    detail = f"“{one.mention.name}” may mean several"
    return Named(None, Reason(rule="coreference", detail=detail), candidates=tuple(found), score=0.4)


def _shortens(words: list[str], full: list[str], kind: ActorKind, one: Asked) -> bool:
    if one.label == "person" and kind not in {"person", "unknown"}:
        return False
    if full[-len(words) :] == words:
        return True
    if kind == "person":
        return one.label == "person" and len(words) == 1 and full[0] == words[0] and len(full) == 2
    return full[: len(words)] == words
