"""Whom a short form or a definite noun points back to. Conservative: one candidate, or unsure."""

from __future__ import annotations

from bisect import insort
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property

import msgspec

from whosays.gazetteer import normalise
from whosays.ontology.nominals import Nominals
from whosays.parse import Parse, Token
from whosays.records import Actor, ActorKind, Reason
from whosays.resolving.actors.asked import Asked, Named
from whosays.resolving.actors.callings import is_its_agency, same_calling
from whosays.resolving.actors.minors import is_child_noun, minors
from whosays.resolving.actors.own import age_before, bare, noun_at
from whosays.resolving.actors.persons import are_several
from whosays.resolving.actors.setting import Setting

_OF = frozenset({"of", "for"})
_ACTING = frozenset({"person", "organisation"})
_REACH = 3  # sentences back that a definite noun may point
_OFFICE_REACH = 5  # "the president": further back, the text has gone on to another one
SUBJECTS = frozenset({"nsubj", "nsubj:pass"})
ARGUMENTS = frozenset({"nsubj", "obj", "iobj", "obl", "nsubj:pass", "obl:agent"})
HE, SHE = frozenset({"he", "him", "his", "himself"}), frozenset({"she", "her", "hers", "herself"})
_CROWNED = frozenset("monarch king queen emperor empress sultan emir shah".split())
_IN_FULL = {
    "gov": "governor", "sen": "senator", "sgt": "sergeant", "capt": "captain", "col": "colonel", "adm": "admiral",
    "dr": "doctor", "rev": "reverend", "prof": "professor", "supt": "superintendent", "amb": "ambassador",
}  # fmt: skip
MODIFYING = frozenset({"amod", "compound", "nmod:poss", "nmod:desc", "nummod"})
FEMALE = frozenset(
    "woman girl mother wife daughter sister queen mrs ms spokeswoman chairwoman congresswoman baroness lady princess "
    "actress widow dame fiancee fiancée".split()
)
MALE = frozenset(
    "man boy father husband son brother king mr sir spokesman chairman congressman lord prince sheikh mullah imam "
    "pope emir sultan".split()
)


_OF_KIN = frozenset("son daughter brother sister nephew niece cousin grandson granddaughter widow wife husband".split())
_ARMED_BRANCHES = {noun: frozenset({"MIL"}) for noun in ("army", "military", "navy")} | {"police": frozenset({"COP"})}
_BRANCHES_APART = frozenset({"MIL", "COP", "JUD", "SPY"})


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

    @property
    def told(self) -> Sequence[Met]:
        """The actors met so far, in the order of the text."""
        return tuple(self._met)

    def foresee(self, met: Iterable[Met]) -> None:
        """Names given in full further down, for the short form in a headline that comes first."""
        self._later.extend(met)

    def short_form(self, one: Asked) -> Named | None:
        """A surname or a shortened name of somebody named in full: "Haqqani", "the Working Group"."""
        words = normalise(bare(one.core.name)).split()
        if one.mention.form != "name" or not words or len(" ".join(words)) < 3:
            return None
        itself = self._listed_with_title(one)
        for known in (self._met, self._later):
            found: dict[str, Met] = {}
            for met in known:
                full = _reigning(normalise(bare(met.name)).split()) if met.form == "name" else []
                longer = len(full) > len(words) or (full == words and met.actor.id.startswith("person:"))
                if (
                    longer  # so is "Ruiz" whom the lists know as "President Ruiz"
                    and not (words == ["army"] and _is_rebellious(met.actor))  # "| Army | jets bombed the Free Army"
                    and not (met.actor.kind == "person" and _OF & set(full))  # "a spokeswoman for Ada Moss"
                    and _shortens(words, full, met.actor.kind, one)
                    and not (known is self._later and self._is_his_kin(words, met))
                    and self._title_fits(one, met)
                    and not are_several(self._parse, full, met.head)
                ):
                    found[met.actor.id] = met
            found = {i: m for i, m in found.items() if itself in {None, i}}
            if len(found) > 1:
                found = {i: m for i, m in found.items() if not self._called_otherwise(m, words)} or found
            told = {i: m for i, m in found.items() if m.head < one.head}
            if len(found) > 1 and len(told) == 1 and known is self._later:
                found = told  # "Jan Holub ... | Holub | ... his father, Pavel Holub"
            if len(found) > 1:
                detail = f"“{one.mention.name}” is short for several named in the report"
                return Named(None, Reason(rule="short-form", detail=detail), tuple(found), score=0.4)
            if found:
                met = next(iter(found.values()))
                detail = f"“{one.mention.name}” is short for “{met.name}”, named in full"
                return Named(met.actor, Reason(rule="short-form", detail=detail, weight=0.9), score=0.9)
        return None

    def _is_his_kin(self, words: list[str], met: Met) -> bool:
        """ "Holub is the son of | former president Jan Holub |": two of one name."""
        for above in self._parse.ancestors(met.head):
            if above.lemma.lower() in _OF_KIN:
                named = [*self._parse.children(above.i, "nsubj"), self._parse.tokens[above.head]]
                return any(t.lower == words[-1] and t.i < met.head for t in named)
            if above.is_verb:
                return False
        return False

    def _listed_with_title(self, one: Asked) -> str | None:
        """ "Omar Badr ... | King Badr |": whom the lists know by a name of which the title is a part."""
        if not one.core.titles:
            return None
        named = self._setting.gazetteer.actors_named(one.mention.name, self._setting.on)
        strong = {c.actor_id for c in named if c.strength == "strong"}
        return strong.pop() if len(strong) == 1 else None

    def _called_otherwise(self, met: Met, words: list[str]) -> bool:
        """Whether the report calls somebody by his given name alone, and so by no other: "| Omar |'s army ... Badr".

        One whom no list knows, as a child, may be called by either; so only where the given name is told more often.
        """
        given = normalise(bare(met.name)).split()[0]
        alone = [self._parse.tokens[n.start].lower for n in self._parse.names if n.end - n.start == 1]
        called = alone.count(given)
        others = 0 if met.actor.id.startswith("person:") else sum(alone.count(w) for w in words)
        return [given] != words and called > others

    def _title_fits(self, one: Asked, met: Met) -> bool:
        """ "Mr" is not short for a woman named in full."""
        words = {w for title in one.core.titles for w in title.split()}
        nominals = self._setting.nominals
        return not (
            (words & MALE and other_sex(nominals, "he", met)) or (words & FEMALE and other_sex(nominals, "she", met))
        )

    def same_noun(self, one: Asked, *, generic: bool) -> Named | None:
        """A definite noun that was said of an actor before: "the M23 rebels ... the rebels".

        With ``generic``, an actor of whom no more is known than the noun itself ("rebels ... the rebels").
        """
        token = self._parse.tokens[one.head]
        known = noun_at(self._parse, one.head)
        if known is not None and known.kind not in _ACTING:
            return None  # "the envoy, the report said": a paper is nobody
        age = age_before(self._parse, one.head)
        before = (t for t in self._parse.children(one.head, *MODIFYING) if one.start <= t.i < one.head)
        named = (t for t in self._parse.tokens[one.start : one.head] if t.tag.startswith("NNP"))
        new = {t.lemma.lower() for t in (*before, *named) if t.i not in age} - self._setting.nominals.harmless
        noun = token.lemma.lower().removeprefix("ex-")  # "former president Ana Ruiz ... | the ex-president |"
        new |= {"former"} if noun != token.lemma.lower() else set()
        office = self._setting.nominals.kinds(token.lower, noun) == ("person",)
        here = self._parse.sentence(one.head)
        body = known is not None and known.kind == "organisation"
        alike = same_calling(noun)
        child = token.tag == "NN" and is_child_noun(token.lemma.lower())
        found: dict[str, Met] = {}
        for met in self._met:
            young = child and self._is_minor(met) and not self._other_child(token, met)
            fits = (young or not met.words.isdisjoint(alike)) and new <= met.words and met.head < one.head
            fits = fits and not self._same_clause(one.head, met.head)
            fits = fits and (not office or here - self._parse.sentence(met.head) <= _OFFICE_REACH)
            fits = fits and not (token.tag == "NNS" and self._is_one(met))
            fits = fits and not (token.lemma.lower() == "police" and self._acts_abroad(token, met))
            fits = fits and not self._is_one_of_many(token, met) and not self._is_peaceful(token, met)
            fits = fits and not (
                body
                and (
                    self._is_somebody_there(token, met)
                    or (met.form == "nominal" and is_its_agency(token, self._parse.tokens[met.head]))
                )
            )
            fits = fits and not (met.actor.id.endswith(":people") and self._told_alone(token))
            fits = fits and not (noun == "government" and self._governs_nothing(met))
            if fits and generic == is_generic(met, self._parse.tokens[met.head].lower):
                found.pop(met.actor.id, None)
                found[met.actor.id] = met
        if not found:
            return None
        if known is not None and known.kind == "person" and len(found) > 1 and token.tag == "NN":
            found = self._single(found)
        if len(found) > 1:
            return several(one, found)
        met = next(iter(found.values()))
        return points(one, "noun", met)

    @cached_property
    def _minors(self) -> frozenset[int]:
        return minors(self._parse)

    def _is_minor(self, met: Met) -> bool:
        """Whether the report tells somebody to be under age, wherever it names him."""
        told = (m for m in (*self._later, *self._met) if m.head in self._minors)
        return bool(self._minors) and any(m.actor.id == met.actor.id for m in told)

    def _other_child(self, token: Token, met: Met) -> bool:
        """A boy is no girl of the same age."""
        pronoun = "he" if token.lemma.lower() in MALE else "she" if token.lemma.lower() in FEMALE else ""
        return bool(pronoun) and other_sex(self._setting.nominals, pronoun, met)

    def _acts_abroad(self, token: Token, met: Met) -> bool:
        """ "The raid by Serb police ... in Lima, | the police | barred a march": Lima's, and not those of before."""
        home, _, organ = met.actor.id.partition(":")
        start, end = self._parse.sentences[self._parse.sentence(token.i)]
        towns = [n for n in self._parse.names if start <= n.start and n.end <= end and n.kind == "city"]
        towns = [n for n in towns if any(c.lower == "in" for c in self._parse.children(n.end - 1, "case"))]
        there = {self._setting.town(self._parse.text(n.start, n.end)) for n in towns} - {None}
        return bool(organ) and bool(there) and home not in there

    def _told_alone(self, token: Token) -> bool:
        """ "The bakers ... Orlian bakers ... | the bakers |": all of them again, and not Orland's."""
        return any(m.actor.id == f"own:{token.lower}" and m.head < token.i for m in self._met)

    def _is_one_of_many(self, token: Token, met: Met) -> bool:
        """ "Aid | groups | ... the group", "other | nations | ... the regime": none of several whom no list knows.

        But "| gunmen | ... the group": what several people make up.
        """
        many = met.form == "nominal" and self._parse.tokens[met.head].tag == "NNS" and met.actor.id.startswith("own:")
        same = self._parse.tokens[met.head].lemma.lower() == token.lemma.lower()
        return many and token.tag == "NN" and (same or token.lemma.lower() in _ONE_STATES)

    def _is_one(self, met: Met) -> bool:
        """ "A rebel ... the rebels", "| rebel commander Omar Badr | ... the rebels": no one of them is all."""
        tag = self._parse.tokens[met.head].tag
        return tag == "NN" or (tag == "NNP" and met.actor.kind in {"person", "unknown"})

    def _is_somebody_there(self, token: Token, met: Met) -> bool:
        """ "| Army | chief Omar Badr ... the army", "two former army doctors": whom they serve, and not they."""
        served = self._parse.tokens[met.head].lemma.lower() != token.lemma.lower()
        return served and (met.actor.kind == "person" or (met.form == "nominal" and met.actor.kind == "people"))

    def _is_peaceful(self, token: Token, met: Met) -> bool:
        """ "Aid groups ... those | armed | groups": others, where nothing said before makes them so."""
        adjectives = {c.lower for c in self._parse.children(token.i, "amod", "compound") if c.i < token.i}
        hostile = adjectives & self._setting.nominals.hostile
        unlike = met.actor.kind in {"organisation", "company", "media", "body"} and not met.words & hostile
        return bool(hostile) and ((unlike and met.actor.id.startswith("own:")) or self._is_lawful(met))

    def _is_lawful(self, met: Met) -> bool:
        """ "Orland's army ... the | rebel | army": a state's own forces, and so another's."""
        return met.actor.kind == "force" and not _is_irregular(met.actor) and not met.actor.id.startswith("own:")

    def _single(self, found: dict[str, Met]) -> dict[str, Met]:
        """Those of the actors found who are one person, once each: of "the officer, | Jan Holub |" the name alone."""
        persons = {i: m for i, m in found.items() if m.actor.kind == "person"}
        heads = [m.head for m in self._met if m.actor.id in persons]
        beside = {self._parse.tokens[h].head for h in heads if self._parse.tokens[h].dep == "appos"}
        described = {m.actor.id for m in self._met if m.head in beside}
        return {i: m for i, m in persons.items() if i not in described} or found

    def recall(self, one: Asked, *, apart: str | None = None) -> Named | None:
        """Whom a definite noun means; unsure with the candidates when more than one fits.

        Args:
            one: the words that point.
            apart: an actor that they cannot mean: the speaker of the quotation that they stand in.
        """
        token = self._parse.tokens[one.head]
        kinds = self._setting.nominals.kinds(token.lower, token.lemma.lower())
        if not kinds or kinds == ("person",) or self._of_many(token):
            return None
        for sentence in back(self._parse, one.head, _REACH):
            candidates = [m for m in self._candidates(one, sentence, kinds) if m.actor.id != apart]
            if not candidates:
                continue
            if self._told_of_others(token, sentence, candidates):
                return None
            chosen = self._choose(_named_groups(token, candidates) or candidates)
            if chosen is not None:
                return points(one, "noun", chosen)
            return several(one, {m.actor.id: m for m in candidates})
        return None

    def _told_of_others(self, token: Token, sentence: int, candidates: Sequence[Met]) -> bool:
        """ "The Arab fighters ... against the militia. Those fighters": others of the noun stand nearer."""
        start = self._parse.sentences[sentence][0]
        heads = {m.head + n for m in candidates for n in range(len(m.name.split()) + 1)}  # "Dawn | militants |"
        same = (t for t in self._parse.tokens[start : token.i] if t.is_noun and t.lemma.lower() == token.lemma.lower())
        return any(t.i not in heads and t.dep not in MODIFYING for t in same)

    def _of_many(self, token: Token) -> bool:
        """A plural whose singular alone is listed means several of them ("the agencies"), not one."""
        return token.tag == "NNS" and token.lower not in self._setting.nominals.nouns

    def _candidates(self, one: Asked, sentence: int, kinds: Sequence[ActorKind]) -> list[Met]:
        token = self._parse.tokens[one.head]
        found = [
            m
            for m in self._met
            if self._parse.sentence(m.head) == sentence
            and m.head < one.head
            and (m.actor.kind in kinds or ({"armed-group", "organisation"} <= set(kinds) and _is_irregular(m.actor)))
            and not self._same_clause(one.head, m.head)
            and not self._is_one_of_many(token, m)
        ]
        return [m for m in found if self._home_fits(one, m) and self._name_fits(token, m)]

    def _name_fits(self, token: Token, met: Met) -> bool:
        noun = token.lemma.lower()
        if noun in _FIRMS and (met.words | set(normalise(met.name).split())) & _NO_FIRMS:
            return False  # "the union accused | the company |", "the agency told | the company |": another
        if noun in _CROWNED and not met.words & _CROWNED:
            return False  # "the monarch" is no president
        if noun in _LEAGUES and met.actor.kind != "armed-group" and any(c.code in _BRANCHES for c in met.actor.codes):
            return False  # a parliament or a jury is no "group"
        if noun in _LEAGUES and (met.actor.kind == "media" or _PRESS & set(normalise(met.actor.name).split())):
            return False  # "told | the Lima Herald | ... the group"
        if noun in _LEAGUES and any(c.code == "NGO" for c in met.actor.codes) and self._is_reported(token, met):
            return False
        if noun in _ARMED_BRANCHES and {c.code for c in met.actor.codes} & _BRANCHES_APART - _ARMED_BRANCHES[noun]:
            return False  # "the police freed them. He ordered | the army | in"
        if noun in _ARMED_BRANCHES and _is_irregular(met.actor) and not self._is_called(noun, met):
            return False  # "blamed the militia. | The army | denied it": a state's own
        if noun == "paramilitary" and met.actor.kind != "armed-group" and not _is_irregular(met.actor):
            return False  # a state's army is none
        if (noun == "regime" and not self._is_called(noun, met)) or (
            noun == "government" and self._governs_nothing(met)
        ):
            return False
        adjectives = {c.lower for c in self._parse.children(token.i, "amod", "compound") if c.i < token.i}
        if noun == "force" and adjectives & _STATES_OWN and (met.actor.kind != "force" or _is_irregular(met.actor)):
            return False  # "the armed forces" are no movement's
        hostile = adjectives & self._setting.nominals.hostile
        if hostile and (met.actor.kind not in {"armed-group", "party", "force"} or self._is_lawful(met)):
            return False
        pact = noun == "alliance" and met.actor.id in _PACTS  # "NATO met in Kest. | The alliance |"
        pact = pact or (noun == "movement" and met.actor.kind == "armed-group")  # "Hamas ... | the movement |"
        return pact or noun not in self._setting.nominals.named or noun in normalise(met.actor.name).split()

    def _governs_nothing(self, met: Met) -> bool:
        """ "Fighting between the Front and government forces ... | the government |": no Front that never was one."""
        named = (m.name for m in self._met if m.actor.id == met.actor.id)
        return _is_rebellious(met.actor) and not any("government" in normalise(n).split() for n in named)

    def _is_called(self, noun: str, met: Met) -> bool:
        """Whether the report has called somebody by this noun: no other government is "the regime"."""
        return any(m.actor.id == met.actor.id and noun in m.words for m in self._met)

    def _is_reported(self, token: Token, met: Met) -> bool:
        """ "| Bread Watch | estimated that 20 women of the group were held": of others than itself."""
        above = self._parse.tokens[self._parse.tokens[met.head].head].i
        told = self._parse.tokens[met.head].dep == "nsubj" and token.dep not in SUBJECTS
        return told and any(a.dep == "ccomp" and a.head == above for a in self._parse.ancestors(token.i))

    def _home_fits(self, one: Asked, met: Met) -> bool:
        """ "The Palestinian group" is not a Lebanese one; adjectives that are no state's must be harmless."""
        entry = self._setting.gazetteer.entry(met.actor.id)
        home = set(entry.states) if entry else {c.code for c in met.actor.codes}
        for child in self._parse.children(one.head, *MODIFYING):
            if not one.start <= child.i < one.head or child.lower in met.words | self._setting.nominals.harmless:
                continue
            if child.lower == "opposition" and any(c.code in _OPPOSED for c in met.actor.codes):
                continue
            state = self._setting.gazetteer.state_of_adjective(child.text)
            if state is None or state not in home:
                return False
        return True

    def _same_clause(self, pointer: int, other: int) -> bool:
        """Subject and object of one verb are two ("it attacked the group"), and so are "the Front and | the army"."""
        a, b = self._parse.tokens[pointer], self._parse.tokens[other]
        joined = _list_head(self._parse, a) == _list_head(self._parse, b)
        return joined or (a.head == b.head and a.dep != b.dep and {a.dep, b.dep} <= ARGUMENTS)

    def _choose(self, candidates: Sequence[Met]) -> Met | None:
        """The only one; else the only one that is the subject of its clause."""
        subjects = [m for m in candidates if self._parse.tokens[m.head].dep in SUBJECTS]
        if len({m.actor.id for m in subjects}) == 1:
            return subjects[-1]
        return candidates[-1] if len({m.actor.id for m in candidates}) == 1 else None


def _named_groups(token: Token, candidates: Sequence[Met]) -> list[Met]:
    """ "Its forces struck sites of | the Front |. The group ...": a group with a name, before those without one."""
    known = [m for m in candidates if not m.actor.id.startswith("own:") and m.actor.kind == "armed-group"]
    others = [m for m in candidates if not m.actor.id.startswith("own:") and m not in known]
    return known if token.lemma.lower() == "group" and token.tag == "NN" and not others else []


def _list_head(parse: Parse, token: Token) -> int:
    """The first word of the list that a word belongs to, its own place where it stands alone."""
    while token.dep == "conj" and parse.tokens[token.head].is_noun:
        token = parse.tokens[token.head]
    return token.i


_ONE_STATES = frozenset({"regime", "government", "country", "state", "nation", "ministry", "kingdom", "republic"})
_FIRMS = frozenset({"company", "firm", "bank", "employer", "airline"})
_NO_FIRMS = frozenset("union guild federation agency commission bureau authority department ministry council".split())
_PACTS = frozenset({"body:nato", "body:csto", "body:anzus"})
_LEAGUES = frozenset({"group", "organisation", "organization", "movement", "network", "faction"})
_PRESS = frozenset("herald telegraph times post gazette tribune guardian journal chronicle newspaper daily".split())
_OPPOSED = frozenset({"OPP", "REB"})
_BRANCHES = frozenset({"LEG", "JUD", "GOV"})
_STATES_OWN = frozenset({"armed", "security", "government", "defence", "defense"})
_IRREGULAR = frozenset({"REB", "UAF", "PRM"})


def _is_irregular(actor: Actor) -> bool:
    """A force that is no state's any more, or never was: a later "the group" may mean it."""
    return actor.kind == "force" and any(c.code in _IRREGULAR for c in actor.codes)


def _is_rebellious(actor: Actor) -> bool:
    return actor.kind == "armed-group" or _is_irregular(actor)


def back(parse: Parse, token: int, reach: int) -> Iterator[int]:
    """The sentences from a token's own backwards; those wholly inside a quotation do not count as steps."""
    sentence = parse.sentence(token)
    yield sentence
    steps = 0
    while steps < reach and sentence > 0:
        sentence -= 1
        first, last = parse.sentences[sentence]
        if not any(q.open <= first and last - 1 <= q.close for q in parse.quotations):
            steps += 1
        yield sentence


def other_sex(nominals: Nominals, pronoun: str, met: Met) -> bool:
    """Whether a person's words and name, or the pronouns used before, speak against "he" or against "she"."""
    if met.actor.kind != "person":
        return False
    full, told = normalise(met.actor.name).split(), normalise(bare(met.name)).split()
    first = full[:1] if len(full) > 1 and full[-1:] == told else told[:1] + full[:1]  # "Mr | Martin |" is no given name
    said = met.name.lower() if met.form == "pronoun" else ""
    woman = bool(met.words & FEMALE) or any(w in nominals.women for w in first) or said in SHE
    man = bool(met.words & MALE) or any(w in nominals.men for w in first) or said in HE
    if pronoun in HE:
        return woman and not man
    return pronoun in SHE and man and not woman


def is_generic(met: Met, noun: str) -> bool:
    """Whether an actor is known by a bare common noun only, and not by a person's one name."""
    named = met.form == "name" and met.actor.kind == "person"
    return met.actor.id == f"own:{noun}" and not named


def words_about(parse: Parse, one: Asked) -> frozenset[str]:
    """The lower-cased words that describe a mention: its own, its titles, the nouns before it and beside it."""
    if any(one.start <= c.i < one.end for c in parse.children(one.head, "conj")):
        return frozenset()  # "the rebels and the government": a later "the government" is not both
    owned = {i for c in parse.children(one.head, "nmod") for i in parse.subtree(c.i)}
    holders = (c for c in parse.children(one.head, "nmod:poss") if c.tag in {"NN", "NNS"})  # "the | group's | leader"
    owned |= {i for c in holders for i in parse.subtree(c.i)}
    found = {parse.tokens[i].lemma.lower() for i in range(one.start, one.end) if i not in owned}
    found |= {w for title in one.core.titles for w in title.split()}
    found |= {p for w in tuple(found) if w.startswith("ex-") for p in ("former", w.removeprefix("ex-"))}
    found |= {_IN_FULL[w] for w in (word.rstrip(".") for word in tuple(found)) if w in _IN_FULL}
    for child in parse.children(one.head, "appos", "compound", "nmod:desc", "amod"):
        if child.dep == "appos" and any(parse.children(child.i, "conj")):
            continue
        if child.tag == "NN" and parse.behind(child.i).tag == "CC" and parse.behind(child.i + 1).tag == "NNP":
            continue  # "between the | army | and M23 rebels": others
        found.add(child.lemma.lower())
        found |= {c.lemma.lower() for c in parse.children(child.i, "amod", "compound")}
    if parse.tokens[one.head].dep == "appos":
        described = parse.tokens[one.head].head
        found |= {parse.tokens[described].lemma.lower()}
        found |= {c.lemma.lower() for c in parse.children(described, "amod", "compound")}
    return frozenset(found)


def points(one: Asked, what: str, met: Met) -> Named:
    """That a mention means somebody met before; ``what`` it is: a noun, a pronoun."""
    detail = f"the {what} “{one.mention.name}” points back to “{met.name}”"
    return Named(met.actor, Reason(rule="coreference", detail=detail, weight=0.8), score=0.8)


def several(one: Asked, found: dict[str, Met]) -> Named:
    """That a mention may mean any of those found, by actor id."""
    detail = f"“{one.mention.name}” may mean several"
    return Named(None, Reason(rule="coreference", detail=detail), candidates=tuple(found), score=0.4)


def _reigning(words: list[str]) -> list[str]:
    """The words of a name; of a sovereign's as he is called without his throne: "King | Karl | of Orland"."""
    return words[1 : words.index("of")] if words[:1] and words[0] in _CROWNED and "of" in words[2:] else words


# What people of Korea and Vietnam, named surname first, are called by: "Kim Jong Un ... | Kim |".
_SURNAMES = frozenset(
    "kim lee yi ri park pak moon yoon choe choi chung jung jang kang cho han hwang roh nguyen".split()
)


def _shortens(words: list[str], full: list[str], kind: ActorKind, one: Asked) -> bool:
    if one.label == "person" and kind not in {"person", "unknown"}:
        return False
    if full[:1] != words and "and" in full[1:2] and len(full) == len(("one", "and", "other")):
        return False  # "Mondo and Kesta" are two, and "Kesta" is not short for both
    if full[-len(words) :] == words:
        return len(words) > 1 or kind == "person" or full[-2] not in _OF  # "the Times of | London |" is not the town
    if kind == "person":
        first = one.label == "person" and len(words) == 1 and full[0] == words[0]
        return first and (len(full) == 2 or (len(full) == len(("Kim", "Jong", "Un")) and words[0] in _SURNAMES))
    return full[: len(words)] == words
