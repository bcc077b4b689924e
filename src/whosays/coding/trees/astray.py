"""Conjuncts that trees hang on the nearest clause, though their form or their "but" says whose they are."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import msgspec

from whosays.coding.trees.labelled import at
from whosays.coding.words.mentions import case_of
from whosays.parse import Parse, Token

_SUBJECTS = ("nsubj", "nsubj:pass")
_ONE = frozenset({"is", "has", "was"})
_MANY = frozenset({"are", "have", "were"})
_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_BEFALLING = frozenset("wound injure hurt kill arrest detain shoot trap strand".split())
_LEFT_SO = frozenset({"find", "see", "have", "get", "want", "keep", "leave", "hear", "hold", "make", "show"})
_OUTCOMES = frozenset({"consequence", "result", "precaution", "response"})


def _number(parse: Parse, verb: Token) -> str:
    """Whether the form of a verb says that one does it or several do; empty where it says neither."""
    forms = {verb.lower, *(c.lower for c in parse.children(verb.i, "aux", "aux:pass", "cop"))}
    if forms & _ONE or verb.tag == "VBZ":
        return "one"
    bare = verb.tag == "VBP" and not parse.children(verb.i, "aux", "aux:pass")
    return "many" if forms & _MANY or bare else ""


def _subject_number(parse: Parse, verb: int) -> str:
    """Whether the subject of a verb is one or are several; empty where it has none, or one that may be either."""
    subjects = parse.children(verb, *_SUBJECTS)
    if len(subjects) != 1:
        return ""
    subject = subjects[0]
    if subject.tag in {"NNS"} or subject.lower in {"they", "we"} or parse.children(subject.i, "conj"):
        return "many"
    return "one" if subject.tag in {"NN", "NNP"} or subject.lower in {"he", "she", "it"} else ""


@at("conj")
def _of_other_number(parse: Parse, token: Token) -> Iterator[Token]:
    """ "Many states accept that Ruiz has won | and are | opening embassies": the states are, not he."""
    clause = parse.tokens[token.head]
    if clause.dep not in {"ccomp", "advcl", "acl:relcl"} or not token.is_verb or parse.children(token.i, *_SUBJECTS):
        return
    told, own = _number(parse, token), _number(parse, clause)
    if not told or not own or told == own or _subject_number(parse, clause.i) != own:
        return
    if not parse.children(token.i, "cc"):
        return
    above = next((a for a in parse.ancestors(clause.i) if a.is_verb and parse.children(a.i, *_SUBJECTS)), None)
    if above is not None and above.i < clause.i and _subject_number(parse, above.i) == told:
        yield msgspec.structs.replace(token, head=above.i)


@at("conj")
def _finite_behind_infinitive(parse: Parse, token: Token) -> Iterator[Token]:
    """ "Ends a campaign to drive them out | and expects | to detain more": no infinitive goes on in such a form."""
    first = parse.tokens[token.head]
    infinitive = first.tag == "VB" and any(c.lower == "to" for c in parse.children(first.i, "mark"))
    if not infinitive or token.tag != "VBZ" or parse.children(token.i, *_SUBJECTS, "aux", "mark"):
        return
    if not parse.children(token.i, "cc") or first.dep == "conj":
        return
    above = next((a for a in parse.ancestors(first.i) if a.is_verb and parse.children(a.i, *_SUBJECTS)), None)
    if above is not None and above.i < first.i and _subject_number(parse, above.i) == "one":
        yield msgspec.structs.replace(token, head=above.i)


@at("conj")
def _but_of_allowing(parse: Parse, token: Token) -> Iterator[Token]:
    """ "Would let traders return, | but strip | a baker of his licence": who lets them return strips him."""
    allowed = parse.tokens[token.head]
    allowing = parse.tokens[allowed.head]
    if token.tag != "VB" or allowed.tag != "VB" or allowed.dep != "xcomp" or allowing.tag != "VB":
        return
    but = [c for c in parse.children(token.i, "cc") if c.lower == "but"]
    if not but or parse.tokens[but[0].i - 1].text != "," or parse.children(token.i, "mark", "aux", *_SUBJECTS):
        return
    if any(c.lower == "not" for c in parse.children(token.i)):  # "let them stay, but not work"
        return
    if any(allowing.i < c.i < allowed.i for c in parse.children(allowing.i, "obj")):
        yield msgspec.structs.replace(token, head=allowing.i)


@at("nsubj")
def _outcome_as_subject(parse: Parse, token: Token) -> Iterator[Token]:
    """ "It grew fearful and, | as a consequence |, killed dozens": no consequence kills; it is said by the way."""
    verb = parse.tokens[token.head]
    if token.lemma.lower() not in _OUTCOMES or token.i > verb.i or parse.behind(token.i).text != ",":
        return
    first = min(parse.subtree(token.i))
    marks = [c for c in parse.children(verb.i, "mark") if c.lower == "as" and c.i == first - 1]
    if marks and len(parse.children(verb.i, *_SUBJECTS)) == 1:
        yield msgspec.structs.replace(token, dep="obl")
        yield msgspec.structs.replace(marks[0], dep="case", head=token.i)


@at("conj")
def _subject_behind_and(parse: Parse, token: Token) -> Iterator[Token]:
    """ "Denied the theft | and a team of experts | arrived": what stands right before a verb behind "and" does it."""
    verb = parse.tokens[token.head]
    if token.tag not in _FINITE or not verb.is_verb or parse.children(token.i, *_SUBJECTS, "cc", "mark"):
        return
    if token.lemma.lower() in _BEFALLING or verb.lemma.lower() in _LEFT_SO:
        return  # "left one guard and a nurse | wounded"
    for first in parse.children(verb.i, "obj"):
        for noun in parse.children(first.i, "conj"):
            cc = parse.children(noun.i, "cc")
            own = bool(parse.children(noun.i, "det", "nummod")) and noun.is_noun
            if verb.i < first.i < noun.i and cc and own and max(parse.subtree(noun.i)) == token.i - 1:
                yield msgspec.structs.replace(noun, dep="nsubj", head=token.i)
                yield msgspec.structs.replace(cc[0], head=token.i)
                return


@at("conj")
def _gerund_called_for(parse: Parse, token: Token) -> Iterator[Token]:
    """ "Calls for longer talks | and disarming | the guards": it goes on with what is called for."""
    verb = parse.tokens[token.head]
    if token.tag != "VBG" or verb.tag not in _FINITE or parse.children(token.i, *_SUBJECTS, "aux", "mark"):
        return
    if not parse.children(token.i, "cc") or parse.tokens[token.i - 1].dep != "cc":
        return
    for noun in parse.children(verb.i, "obl"):
        if verb.i < noun.i < token.i and case_of(parse, noun.i) in {"for", "against"} and noun.is_noun:
            yield msgspec.structs.replace(token, head=noun.i)
            return


_HIS_OWN = {"he": frozenset({"him"}), "she": frozenset({"her"}), "they": frozenset({"them"}), "it": frozenset({"it"})}


@at("conj")
def _done_to_himself(parse: Parse, token: Token) -> Iterator[Token]:
    """ "The court convicted Ruiz after he fled | and jailed | him": not by himself; the clause above goes on."""
    clause = parse.tokens[token.head]
    if token.tag not in {"VBD", "VBN"} or clause.dep not in {"advcl", "acl:relcl", "ccomp"} or token.i < clause.i:
        return
    if not parse.children(token.i, "cc") or parse.children(token.i, *_SUBJECTS, "aux", "aux:pass", "mark"):
        return
    subjects = [c.lower for c in parse.children(clause.i, "nsubj", "nsubj:pass")]
    objects = {c.lower for c in parse.children(token.i, "obj", "iobj") if c.tag == "PRP"}
    if len(subjects) != 1 or not objects & _HIS_OWN.get(subjects[0], frozenset()):
        return
    for above in parse.ancestors(clause.i):
        doers = parse.children(above.i, *_SUBJECTS)
        if above.is_verb and above.i < clause.i and doers:
            now = above.tag in {"VBP", "VBZ"} and token.tag == "VBD"  # "says it cut its price | and raised it | again"
            if now and above.lemma.lower() in _SAYING:
                return
            if doers[0].dep == "nsubj" and doers[0].lower != subjects[0] and above.tag in {"VBD", "VBN", "VBP", "VBZ"}:
                yield msgspec.structs.replace(token, head=above.i)
            return


_SAYING = frozenset({"say", "add", "claim", "report", "note"})
_PEOPLE_OF = frozenset(
    "citizen national resident native leader president minister official envoy diplomat ambassador member lawmaker "
    "soldier worker migrant refugee son daughter brother sister wife husband father mother".split()
)
_LANDS = frozenset({"country", "state", "nation", "town", "city", "province", "village"})


@at("acl:relcl")
def _who_of_them(parse: Parse, token: Token) -> Iterator[Token]:
    """ "Takes in citizens of other states | whom Orland expelled |": no state is "whom"; its citizens are."""
    noun = parse.tokens[token.head]
    above = parse.tokens[noun.head]
    if noun.dep != "nmod" or noun.lemma.lower() not in _LANDS or above.lemma.lower() not in _PEOPLE_OF:
        return
    if case_of(parse, noun.i) in {"of", "from"} and any(c.lower in {"who", "whom"} for c in parse.children(token.i)):
        yield msgspec.structs.replace(token, head=above.i)


RULES: tuple[Callable[[Parse, Token], Iterator[Token]], ...] = (
    _of_other_number,
    _done_to_himself,
    _who_of_them,
    _finite_behind_infinitive,
    _but_of_allowing,
    _outcome_as_subject,
    _subject_behind_and,
    _gerund_called_for,
)
