"""Words side by side that a tree takes apart or joins wrongly: two subjects of one verb, "dozens more", "open fire"."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from whosays.coding.trees.labelled import at
from whosays.ontology import Ontology
from whosays.parse import Parse, Token

_NUMBERS = frozenset({"dozens", "scores", "hundreds", "thousands"})
_MORE = frozenset({"more", "others"})
_COMING = frozenset(
    "responding visiting retreating advancing passing opposing occupying invading neighbouring neighboring marauding "
    "rampaging warring attacking patrolling returning departing pursuing rival".split()
)
_INJURIES = frozenset({"injury", "wound", "burn"})
_TAKEN = frozenset({"sustain", "suffer", "receive", "incur", "get"})
_DYING = frozenset({"die", "succumb", "perish"})
_WOUNDING = {"wounds": "wound", "injures": "injure"}


@at("nsubj", "nsubj:pass", "obj")
def _subject_in_two(parse: Parse, token: Token, _ontology: Ontology) -> Iterator[Token]:
    """ "Green Front | militants | kill", "Support Group (SG) | fighters": a name beside its fighters, one subject."""
    if (
        token.dep not in {"nsubj", "nsubj:pass", "obj"}
        or token.tag != "NNS"
        or parse.children(token.i, "det", "nummod")
    ):
        return
    for other in parse.children(token.head, token.dep):
        if not other.i < token.i or not any(
            n.label == "organisation" and n.start <= other.i < n.end for n in parse.names
        ):
            continue
        words = parse.subtree(other.i)
        named = (parse.tokens[i] for i in words)
        beside = [c for c in named if c.dep == "appos" and parse.tokens[c.i - 1].text in {"(", "-LRB-"}]
        between = {i for c in beside for i in parse.subtree(c.i)}
        first = min((token.i, *parse.subtree(token.i)))
        told = token.dep != "obj" and all(
            c.dep in {"amod", "compound"} for c in parse.children(token.i) if c.i < token.i
        )
        if told and not beside and max(words) == first - 1:  # "Orlian Union | foreign ministers | met"
            yield msgspec.structs.replace(other, dep="compound", head=token.i)
            return
        if max(words) == first - 1 == token.i - 1 and set(range(other.i + 1, token.i)) <= (
            set(words) if beside else between
        ):
            if beside:  # behind a short form in brackets: the name stands for them
                yield msgspec.structs.replace(token, dep="appos", head=other.i)
            else:
                yield msgspec.structs.replace(other, dep="compound", head=token.i)


@at("nsubj", "nsubj:pass")
def _some_of_which(parse: Parse, token: Token, _ontology: Ontology) -> Iterator[Token]:
    """ "Forty villagers, | ten of which were fetching water | are killed": some of them, and no second subject."""
    if token.tag != "CD" or token.dep not in {"nsubj", "nsubj:pass"}:
        return
    which = any(c.lower in {"which", "whom"} for c in parse.children(token.i, "nmod"))
    before = [c for c in parse.children(token.head, "nsubj", "nsubj:pass") if c.i < token.i]
    if which and before and parse.tokens[token.i - 1].text == ",":
        yield msgspec.structs.replace(token, dep="appos", head=before[0].i)


def _number_in_two(parse: Parse, token: Token, _ontology: Ontology) -> Iterator[Token]:
    """ "Wounding | dozens more", "hurting | hundreds others": one object, however many words count it."""
    if token.lower not in _NUMBERS or token.i + 1 >= len(parse.tokens):
        return
    more = parse.behind(token.i)
    if more.lower in _MORE and more.head == token.head and more.dep == token.dep:
        yield msgspec.structs.replace(more, dep="amod" if more.lower == "more" else "nmod", head=token.i)


@at("conj")
def _wounds_some(parse: Parse, token: Token, _ontology: Ontology) -> Iterator[Token]:
    """ "Kills nine and | wounds | sixty others": no wounds are joined to a verb and have an object."""
    above = parse.tokens[token.head]
    joined = token.dep == "conj" and above.is_verb and token.tag == "NNS" and token.lower in _WOUNDING
    if joined and parse.children(token.i, "obj", "nsubj", "appos", "dep"):
        yield msgspec.structs.replace(token, tag="VBZ", lemma=_WOUNDING[token.lower])
        for told in parse.children(token.i, "nsubj", "appos", "dep"):
            if told.i > token.i:
                yield msgspec.structs.replace(told, dep="obj")


@at("advcl")
def _agent_in_motion(parse: Parse, token: Token, _ontology: Ontology) -> Iterator[Token]:
    """ "Was shot by | responding | officers": who did it, and no manner of doing it."""
    if token.lower not in _COMING or token.dep != "advcl":
        return
    noun = next((c for c in parse.children(token.i, "obj")), None)
    by = next((c for c in parse.children(token.i, "mark", "case") if c.lower == "by"), None)
    if noun is None or by is None or by.i != token.i - 1:
        return
    if not parse.tokens[token.head].is_verb or min(parse.subtree(noun.i)) != token.i + 1:
        return
    yield msgspec.structs.replace(noun, dep="obl:agent", head=token.head)
    yield msgspec.structs.replace(token, dep="amod", head=noun.i, tag="JJ")
    yield msgspec.structs.replace(by, dep="case", head=noun.i)


@at("obl")
def _injured_in(parse: Parse, token: Token, _ontology: Ontology) -> Iterator[Token]:
    """ "Died of injuries sustained | in the attack": died in it."""
    verb = parse.tokens[token.head]
    wounds = parse.tokens[verb.head]
    taken = verb.dep == "acl" and verb.lemma.lower() in _TAKEN and wounds.lemma.lower() in _INJURIES
    if token.dep != "obl" or not taken:
        return
    for above in parse.ancestors(wounds.i):
        if above.is_verb:
            if above.lemma.lower() in _DYING:
                yield msgspec.structs.replace(token, head=above.i)
            return


_DONE_TO = frozenset("kidnap abduct kill arrest detain wound injure rape murder capture imprison hold shoot".split())


@at("acl")
def _done_to_somebody(parse: Parse, token: Token, ontology: Ontology) -> Iterator[Token]:
    """ "A speech by two | hostages | kidnapped in May": it was done to them, and to no speech."""
    noun = parse.tokens[token.head]
    if token.tag != "VBN" or token.dep != "acl" or token.lemma.lower() not in _DONE_TO or not noun.i < token.i:
        return
    if ontology.nouns.kind_of(noun.lemma.lower()) in {"person", "organisation"} or noun.tag.startswith("NNP"):
        return
    below = [parse.tokens[i] for i in parse.subtree(noun.i) if noun.i < i < token.i]
    people = [t for t in below if t.tag == "NNS" and ontology.nouns.kind_of(t.lemma.lower()) == "person"]
    if people and people[-1].dep == "nmod" and not parse.children(token.i, "obl:agent"):
        yield msgspec.structs.replace(token, head=people[-1].i)


@at("case")
def _off_duty(parse: Parse, token: Token, _ontology: Ontology) -> Iterator[Token]:
    """ "An | off | -duty officer": no preposition, but half a word."""
    if token.dep != "case":
        return
    hyphen, noun = (parse.tokens[i] if i < len(parse.tokens) else token for i in (token.i + 1, token.i + 2))
    halves = token.lower in {"off", "on", "in", "out", "after"} and hyphen.text == "-"
    if halves and noun.dep in {"compound", "amod"} and noun.head == token.head and token.head > noun.i:
        yield msgspec.structs.replace(token, dep="compound", tag="JJ", head=noun.i)


@at("obl")
def _before_participle(parse: Parse, token: Token, _ontology: Ontology) -> Iterator[Token]:
    """ "Began an offensive in May | against the Front | hiding in the hills": against it, and it hides there."""
    verb = parse.tokens[token.head]
    if token.dep != "obl" or verb.tag != "VBG":
        return
    case = [c for c in parse.children(token.i, "case") if c.lower in {"against", "on", "with", "at"}]
    before = [c for c in parse.children(verb.i) if c.i < verb.i]
    loose = verb.tag == "VBG" and verb.dep == "advcl" and token.dep == "obl" and token.i < verb.i
    if not loose or not case or before[0].i != token.i or any(c.dep in {"mark", "punct", "cc"} for c in before):
        return
    if not parse.tokens[verb.head].is_verb or verb.head > token.i:
        return
    yield msgspec.structs.replace(token, head=verb.head)
    for other in before[1:]:
        if other.dep == "obl":
            yield msgspec.structs.replace(other, dep="nmod", head=token.i)
    yield msgspec.structs.replace(verb, dep="acl", head=token.i)


@at("advcl", "conj")
def _raided_after(parse: Parse, token: Token, _ontology: Ontology) -> Iterator[Token]:
    """ "Resigned after agents from the bureau | and the office | raid his home": all of it is the clause's subject."""
    if not token.is_verb or token.dep not in {"advcl", "conj"} or parse.children(token.i, "mark"):
        return
    cc = [c for c in parse.children(token.i, "cc") if c.lower == "and" and c.i < token.i]
    subjects = [c for c in parse.children(token.i, "nsubj", "compound") if c.i < token.i]
    if len(subjects) != 1 or not parse.children(token.i, "obj"):
        return
    cc = cc or [c for c in parse.children(subjects[0].i, "cc") if c.i < subjects[0].i]
    if len(cc) != 1 or min(parse.subtree(subjects[0].i)) < cc[0].i:
        return
    for noun in parse.children(token.head, "obl"):
        below = parse.subtree(noun.i)
        case = [c for c in parse.children(noun.i, "case") if c.lower in {"after", "before", "as"}]
        if case and case[0].i == min(below) and max(below) == cc[0].i - 1 and noun.tag in {"NNS", "NN", "NNPS"}:
            last = parse.tokens[max(i for i in below if parse.tokens[i].is_noun)]
            yield msgspec.structs.replace(case[0], dep="mark", head=token.i)
            yield msgspec.structs.replace(noun, dep="nsubj", head=token.i)
            yield msgspec.structs.replace(subjects[0], dep="conj", head=last.i)
            yield msgspec.structs.replace(cc[0], head=subjects[0].i)
            yield msgspec.structs.replace(token, dep="advcl")


_PACTS = frozenset("treaty agreement deal pact accord contract talk talks meeting truce ceasefire war conflict".split())


@at("obl")
def _with_whom(parse: Parse, token: Token, _ontology: Ontology) -> Iterator[Token]:
    """ "Signed a treaty | with Orland | allowing it to dig": with whom the treaty is, and not the allowing."""
    verb = parse.tokens[token.head]
    pact = parse.tokens[verb.head]
    between = token.dep == "obl" and verb.tag == "VBG" and verb.dep == "acl" and pact.i < token.i < verb.i
    if not between or pact.lemma.lower() not in _PACTS or min(parse.subtree(verb.i)) != min(parse.subtree(token.i)):
        return
    if any(c.lower in {"with", "between", "against"} for c in parse.children(token.i, "case")):
        yield msgspec.structs.replace(token, dep="nmod", head=pact.i)


_OPPOSED = frozenset("protest demonstration rally march riot outcry anger outrage complaint resentment".split())


@at("acl")
def _done_by_those(parse: Parse, token: Token, _ontology: Ontology) -> Iterator[Token]:
    """ "Protests against | agents | detaining cooks": the agents do, and no protest."""
    noun = parse.tokens[token.head]
    if (
        token.tag != "VBG"
        or token.dep != "acl"
        or noun.lemma.lower() not in _OPPOSED
        or not parse.children(token.i, "obj")
    ):
        return
    against = [c for c in parse.children(noun.i, "nmod") if c.i == token.i - 1 and c.tag in {"NNS", "NNPS"}]
    if against and any(c.lower in {"against", "at", "over"} for c in parse.children(against[0].i, "case")):
        yield msgspec.structs.replace(token, head=against[0].i)


@at("conj", "xcomp", "ccomp", "acl", "advcl")
def _visitor(parse: Parse, token: Token, ontology: Ontology) -> Iterator[Token]:
    """ "The king and | visiting | premier Ana Ruiz signed", "met | visiting | Admiral Soto": a guest, and no visit."""
    guest = next((c for c in parse.children(token.i, "obj")), None)
    if token.lower != "visiting" or guest is None or min(parse.subtree(guest.i)) != token.i + 1:
        return
    marks = parse.children(token.i, "mark", "case", "aux", "nsubj")
    titled = parse.children(guest.i, "nmod:desc") or parse.children(guest.i, "appos")
    kind = ontology.nouns.kind_of(guest.lemma.lower())
    bare = not parse.children(guest.i, "det", "nmod:poss") and guest.tag in {"NN", "NNP"}
    if not bare or not (titled or kind == "person") or {c.lower for c in marks} - {"between", "with"}:
        return
    place = _place_of_guest(parse, token)
    if place is None:
        return
    yield msgspec.structs.replace(guest, dep=place[0], head=place[1])
    yield msgspec.structs.replace(token, dep="amod", tag="JJ", head=guest.i)
    for beside in parse.children(token.i):
        if beside.i != guest.i:
            dep = "case" if beside.dep == "mark" else beside.dep
            before = beside.i < token.i
            yield msgspec.structs.replace(beside, dep=dep, head=guest.i if before else parse.tokens[token.head].i)


def _place_of_guest(parse: Parse, token: Token) -> tuple[str, int] | None:
    """How the guest hangs, and on which word: where the verb that is none hung; None where the tree tells no place."""
    above = parse.tokens[token.head]
    if token.dep == "conj" and above.is_noun:
        return "conj", above.i
    if token.dep == "xcomp" and not parse.children(above.i, "obj"):
        return "obj", above.i
    if token.dep == "acl" and parse.tokens[token.i - 1].lower in {"between", "with"}:
        return "nmod", above.i
    if token.dep == "ccomp" and above.i == token.i - 1 and above.lemma.lower() == "tell":
        return "iobj", above.i  # "told | visiting | premier Ana Ruiz that"
    bare = token.dep == "advcl" and token.i < above.i and not parse.children(above.i, "nsubj", "nsubj:pass", "aux:pass")
    if bare and above.tag in {"VBD", "VBZ"}:  # "in Orli, | visiting | premier Ana Ruiz urged them"
        return "nsubj", above.i
    main = parse.tokens[above.head]  # "speaking in Orli, | visiting | premier Ana Ruiz urged them"
    opening = token.dep == "advcl" and above.dep == "advcl" and above.tag == "VBG" and token.i < main.i
    if opening and main.tag in {"VBD", "VBZ"} and not parse.children(main.i, "nsubj", "nsubj:pass", "aux:pass"):
        return "nsubj", main.i
    apart = token.dep == "advcl" and parse.tokens[token.i - 1].text == "," and parse.tokens[token.i - 2].tag == "NN"
    return ("appos", token.i - 2) if apart else None


_TO_ONE = frozenset("give offer send show grant award deny hand sell teach tell pay lend bring cost cause owe".split())


@at("obj")
def _thing_in_two(parse: Parse, token: Token, _ontology: Ontology) -> Iterator[Token]:
    """ "Burned down | staff | living quarters": of whom the quarters are, and no second thing that burned."""
    verb = parse.tokens[token.head]
    if token.tag != "NN" or parse.children(token.i) or verb.lemma.lower() in _TO_ONE or token.i < verb.i:
        return
    for other in parse.children(verb.i, "obj"):
        bare = other.tag in {"NN", "NNS"} and not parse.children(other.i, "det", "nummod", "nmod:poss")
        if bare and other.i > token.i and min(parse.subtree(other.i)) == token.i + 1:
            yield msgspec.structs.replace(token, dep="compound", head=other.i)


@at("compound")
def _host_before_state(parse: Parse, token: Token, _ontology: Ontology) -> Iterator[Token]:
    """ "Summit host | Peru | pledged": the state does, and the noun before it says what it is."""
    noun = parse.tokens[token.head]
    state = any(n.kind == "state" and n.start <= token.i < n.end == token.i + 1 for n in parse.names)
    if state and noun.tag == "NN" and noun.i == token.i - 1 and noun.dep in {"nsubj", "nsubj:pass", "obl:agent"}:
        yield msgspec.structs.replace(token, dep=noun.dep, head=noun.head)
        yield msgspec.structs.replace(noun, dep="nmod:desc", head=token.i)
        for case in parse.children(noun.i, "case"):
            yield msgspec.structs.replace(case, head=token.i)


RULES = (
    _thing_in_two,
    _host_before_state,
    _visitor,
    _with_whom,
    _done_by_those,
    _subject_in_two,
    _some_of_which,
    _number_in_two,
    _wounds_some,
    _agent_in_motion,
    _injured_in,
    _done_to_somebody,
    _off_duty,
    _before_participle,
    _raided_after,
)
