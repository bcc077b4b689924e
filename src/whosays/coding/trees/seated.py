"""Who sits at talks, travels or asks, where a tree gives them to another clause: set right before deeds are looked for.

Each rule yields the words as they should hang.
"""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from whosays.coding.trees.labelled import at
from whosays.coding.words.control import OBJECT_CONTROL
from whosays.coding.words.mentions import case_of
from whosays.ontology import Ontology
from whosays.parse import Parse, Token

_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_SUBJECTS = ("nsubj", "nsubj:pass")
_BEFORE_CLAUSE = frozenset({"after", "as", "before", "since", "while"})


@at("parataxis", "advcl", "conj", "ccomp")
def _bearer_of_title(parse: Parse, token: Token, _ontology: Ontology) -> Iterator[Token]:
    """ "Broke out as the minister, Ana Ruiz, | visited | Kenya": a clause, and nothing that broke out as a minister."""
    verb = parse.tokens[token.head]
    due = _is_due(parse, token)
    if not (token.tag in _FINITE or due) or not verb.i < token.i or parse.children(token.i, *_SUBJECTS, "cc"):
        return
    marks = [c for c in parse.children(token.i, "mark") if c.lower in _BEFORE_CLAUSE]
    for title in parse.children(token.i if marks else verb.i, "obl"):
        case = marks or [c for c in parse.children(title.i, "case") if c.lower in _BEFORE_CLAUSE and c.i < title.i]
        names = [c for c in parse.children(title.i, "appos") if c.tag == "NNP" and c.i > title.i]
        ends = max(parse.subtree(title.i))
        opens = token.i - _DUE_TO if due else _opens(parse, token)
        if case and names and parse.tokens[ends].text == "," and opens == ends + 1:
            yield msgspec.structs.replace(title, dep="nsubj", head=token.i)
            yield msgspec.structs.replace(case[0], dep="mark", head=token.i)
            yield msgspec.structs.replace(token, dep="advcl")
            return


_DUE_TO = 3  # words


def _is_due(parse: Parse, verb: Token) -> bool:
    """ "Is due to | begin |", "is set to | begin |"."""
    before = [t.lower for t in parse.tokens[max(verb.i - _DUE_TO, 0) : verb.i]]
    due = len(before) == _DUE_TO and before[0] in {"is", "are", "was", "were"} and before[2] == "to"
    return verb.tag == "VB" and due and before[1] in {"due", "set", "about", "expected", "scheduled", "ready"}


def _opens(parse: Parse, verb: Token) -> int:
    """Where the words of a verb itself begin."""
    return min((verb.i, *(c.i for c in parse.children(verb.i, "aux", "aux:pass", "advmod") if c.i < verb.i)))


_TOGETHER = frozenset({"along", "together"})


@at("obl", "nmod")
def _along_with(parse: Parse, token: Token, ontology: Ontology) -> Iterator[Token]:
    """ "The premier, | along with his counterpart |, is to meet": he is one of them.

    "Gunmen seized a nurse, | along with her driver |": he was seized, too.
    """
    verb = parse.tokens[token.head]
    cases = [c.lower for c in parse.children(token.i, "case", "advmod") if c.i < token.i]
    if cases[:1] != ["with"] and not (_TOGETHER & set(cases[:1]) and "with" in cases[:2]):
        return
    somebody = token.tag in {"NNP", "NNPS", "NNS"} or parse.children(token.i, "det", "nmod:poss", "nummod")
    first = min(parse.subtree(token.i))
    opener = first + 1 if parse.tokens[first].text == "," else first
    if not somebody:  # "thirty deaths, | along with looting |"
        return
    if parse.tokens[opener].lower not in _TOGETHER or parse.tokens[opener - 1].text != ",":
        return
    if token.dep == "nmod":  # hung on the subject already
        subject = verb if verb.dep in _SUBJECTS else None
    else:
        subject = next((c for c in parse.children(verb.i, *_SUBJECTS) if c.i < token.i), None)
        taken = next((c for c in parse.children(verb.i, "obj") if verb.i < c.i < token.i), None)
        if taken is not None and max(parse.subtree(taken.i)) == opener - 2 and _is_somebody(parse, taken, ontology):
            subject = taken
    if subject is not None and token.i > subject.i:
        yield msgspec.structs.replace(token, dep="conj", head=subject.i)
        for mark in parse.children(token.i, "case", "advmod"):
            if mark.i < token.i and mark.lower in {*_TOGETHER, "with"}:
                yield msgspec.structs.replace(mark, dep="cc")


def _is_somebody(parse: Parse, noun: Token, ontology: Ontology) -> bool:
    return noun.i in parse.named("person") or ontology.nouns.kind_of(noun.lemma.lower()) == "person"


@at("conj")
def _next_with_title(parse: Parse, token: Token, _ontology: Ontology) -> Iterator[Token]:
    """ "The premier, Jan Holub, | and the president, Ana Ruiz |": the second office stands beside the first."""
    name = parse.tokens[token.head]
    title = parse.tokens[name.head]
    if name.dep != "appos" or not name.tag.startswith("NNP") or title.tag != "NN" or not title.i < name.i < token.i:
        return
    own = [c for c in parse.children(token.i, "appos") if c.tag.startswith("NNP") and c.i > token.i]
    if own and token.tag == "NN" and parse.children(token.i, "det", "nmod:poss") and token.is_noun:
        yield msgspec.structs.replace(token, head=title.i)


_OFFICES = frozenset(
    "adviser advisor minister president premier secretary envoy ambassador chief head director spokesman spokeswoman "
    "commander chairman chairwoman governor mayor aide negotiator leader chancellor".split()
)


@at("conj")
def _office_of_name(parse: Parse, token: Token, _ontology: Ontology) -> Iterator[Token]:
    """ "With Jan Holub, | adviser to the king |, and other officials": what he is, and nobody else."""
    name = parse.tokens[token.head]
    if token.lemma.lower() not in _OFFICES or token.tag != "NN" or not name.tag.startswith("NNP"):
        return
    if parse.children(token.i, "det", "nmod:poss", "cc") or not parse.children(token.i, "nmod"):
        return
    first = min(parse.subtree(token.i))
    comma = parse.tokens[first].text == ","
    goes_on = [c for c in parse.children(name.i, "conj") if c.i > token.i and parse.children(c.i, "cc")]
    person = any(
        n.label == "person" and n.start <= name.i < n.end == (first if comma else first - 1) for n in parse.names
    )
    if comma and person and goes_on:
        yield msgspec.structs.replace(token, dep="appos")


@at("nsubj")
def _who_is_told(parse: Parse, token: Token, _ontology: Ontology) -> Iterator[Token]:
    """ "He told | the Post | the family had met": to whom it was said, and nobody who met."""
    verb = parse.tokens[token.head]
    telling = parse.tokens[verb.head]
    if verb.dep != "ccomp" or telling.lemma.lower() not in {"tell", "inform", "assure", "remind", "warn", "promise"}:
        return
    others = [c for c in parse.children(verb.i, *_SUBJECTS) if token.i < c.i < verb.i]
    if others and min(parse.subtree(token.i)) == telling.i + 1 and not parse.children(telling.i, "obj", "iobj"):
        yield msgspec.structs.replace(token, dep="iobj", head=telling.i)


@at("conj")
def _urged_not_to(parse: Parse, token: Token, _ontology: Ontology) -> Iterator[Token]:
    """ "Are urging the envoy, Ana Ruiz, | not to attend |": what she is urged, and nothing that they do besides."""
    verb = parse.tokens[token.head]
    if token.tag != "VB" or verb.lemma.lower() not in OBJECT_CONTROL or parse.children(token.i, "cc", *_SUBJECTS):
        return
    to = [c for c in parse.children(token.i, "mark") if c.lower == "to"]
    told = [c for c in parse.children(verb.i, "obj") if verb.i < c.i < token.i]
    if to and len(told) == 1 and verb.is_verb and not parse.children(verb.i, "xcomp"):
        yield msgspec.structs.replace(token, dep="xcomp")


_CALLS = frozenset({"call", "conversation"})
_MEANS = frozenset({"phone", "telephone", "video"})


@at("nmod")
def _said_in_call(parse: Parse, token: Token, _ontology: Ontology) -> Iterator[Token]:
    """ "Raised concerns about the harvest | in a phone call with | her counterpart": whoever raises them calls."""
    if token.lower not in _CALLS or case_of(parse, token.i) not in {"in", "during"}:
        return
    if not any(c.lower in _MEANS for c in parse.children(token.i, "compound")):
        return
    verb = next((a for a in parse.ancestors(token.i) if a.is_verb), None)
    if verb is None or not verb.i < token.i or verb.tag == "VBG":
        return
    between = parse.tokens[verb.i + 1 : min(parse.subtree(token.i))]
    if not any(t.text == "," for t in between) and parse.children(verb.i, "nsubj"):
        yield msgspec.structs.replace(token, dep="obl", head=verb.i)


@at("nmod:poss")
def _partner_as_owner(parse: Parse, token: Token, _ontology: Ontology) -> Iterator[Token]:
    """ "A call | with his Kenyan counterpart | Omar Badr": the partner, and no owner of the call."""
    owned = any(c.tag == "POS" for c in parse.children(token.i, "case"))
    if token.i > token.head and not owned and case_of(parse, token.i) == "with" and token.is_noun:
        yield msgspec.structs.replace(token, dep="nmod")


@at("nmod")
def _from_and_to(parse: Parse, token: Token, _ontology: Ontology) -> Iterator[Token]:
    """ "Is extradited from Peru | to Chile": where to, and no part of Peru."""
    start = parse.tokens[token.head]
    named = token.tag.startswith("NNP") and start.tag.startswith("NNP") and start.i < token.i
    if not named or start.dep != "obl" or case_of(parse, token.i) != "to" or case_of(parse, start.i) != "from":
        return
    if parse.tokens[start.head].is_verb and start.head < start.i:
        yield msgspec.structs.replace(token, dep="obl", head=start.head)


_BARRING = frozenset({"ban", "bar", "prohibit", "prevent", "stop", "block", "exclude", "discourage", "dissuade"})


@at("advcl")
def _barred_from(parse: Parse, token: Token, _ontology: Ontology) -> Iterator[Token]:
    """ "Signs a decree and bans them | from holding meetings": from which they are banned, and nothing he does."""
    marks = [m for m in parse.children(token.i, "mark") if m.lower == "from"]
    if token.tag != "VBG" or not marks or marks[0].i == 0:
        return
    for whom in (parse.tokens[marks[0].i - 1], *parse.ancestors(marks[0].i - 1)):
        verb = parse.tokens[whom.head]
        if whom.dep == "obj" and verb.lemma.lower() in _BARRING and verb.i < whom.i < token.i:
            if verb.i != token.head and max(parse.subtree(whom.i)) == marks[0].i - 1:
                yield msgspec.structs.replace(token, head=verb.i)
            return


@at("nmod")
def _before_case(parse: Parse, token: Token, _ontology: Ontology) -> Iterator[Token]:
    """ "Pledges tents | to Chad | following talks": no word of the talks stands before "following"."""
    noun = parse.tokens[token.head]
    late = [c for c in parse.children(noun.i, "case") if c.lower in {"following", "after", "during", "before"}]
    if not token.i < noun.i or not late or not token.i < late[0].i or case_of(parse, token.i) not in {"to", "for"}:
        return
    verb = next((a for a in parse.ancestors(noun.i) if a.is_verb), None)
    if verb is not None and verb.i < token.i and token.tag.startswith("NNP"):
        yield msgspec.structs.replace(token, dep="obl", head=verb.i)


@at("acl")
def _brokered_after(parse: Parse, token: Token, _ontology: Ontology) -> Iterator[Token]:
    """ "Was spared a raid after a late | truce | brokered by Peru": after the truce, and no raid was brokered."""
    pact = parse.tokens[token.i - 1]
    cases = [c for c in parse.children(token.i, "case") if c.lower in {"after", "following"} and c.i < pact.i]
    if token.tag != "VBN" or not cases or pact.head != token.i or pact.dep != "compound":
        return
    verb = next((a for a in parse.ancestors(token.i) if a.is_verb), None)
    if verb is None or not verb.i < cases[0].i or not parse.children(token.i, "obl:agent"):
        return
    yield msgspec.structs.replace(pact, dep="obl", head=verb.i)
    yield msgspec.structs.replace(token, head=pact.i)
    for child in parse.children(token.i, "case", "det", "amod", "nmod:poss"):
        if child.i < pact.i:
            yield msgspec.structs.replace(child, head=pact.i)


RULES = (
    _bearer_of_title,
    _along_with,
    _next_with_title,
    _office_of_name,
    _who_is_told,
    _urged_not_to,
    _said_in_call,
    _partner_as_owner,
    _from_and_to,
    _barred_from,
    _before_case,
    _brokered_after,
)
