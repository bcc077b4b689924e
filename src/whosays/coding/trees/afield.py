"""Clauses of violence that a tree hangs one noun afield: who was killed fighting whom, what an attack on a town did.

Each rule sees a word by the label that it has and yields the words of the phrase as they should hang.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

import msgspec

from whosays.coding.trees.labelled import at
from whosays.coding.words.goods import is_levy
from whosays.coding.words.kinds import kind_of
from whosays.coding.words.mentions import case_of
from whosays.coding.words.triggers import labels_of
from whosays.coding.words.understood import is_passive
from whosays.ontology import Ontology
from whosays.parse import Parse, Token


@at("acl:relcl", "root", "ccomp", "conj", "parataxis", "csubj", "csubj:pass")
def _killed_fighting(parse: Parse, token: Token, _ontology: Ontology) -> Iterator[Token]:
    """ "The millers | killed | fighting the rebels": they fell, and killed nobody."""
    if token.tag != "VBD" or token.lemma.lower() != "kill" or parse.children(token.i, "aux"):
        return
    fighting = [c for c in parse.children(token.i, "xcomp", "advcl", "obj") if c.i == token.i + 1 and c.tag == "VBG"]
    subjects = parse.children(token.i, "nsubj")
    if not fighting or fighting[0].lemma.lower() not in {"fight", "battle"} or any(s.lower == "who" for s in subjects):
        return
    if token.dep == "acl:relcl" and (subjects or token.head != token.i - 1):
        return
    yield msgspec.structs.replace(fighting[0], dep="advcl")
    if token.dep.startswith("csubj"):  # "a baker | killed | fighting the rebels was buried": the baker was
        if len(subjects) == 1:
            yield msgspec.structs.replace(subjects[0], dep=token.dep[1:], head=token.head)
            yield msgspec.structs.replace(token, tag="VBN", dep="acl", head=subjects[0].i)
        return
    yield msgspec.structs.replace(token, tag="VBN", dep="acl" if token.dep == "acl:relcl" else token.dep)
    for subject in subjects:
        yield msgspec.structs.replace(subject, dep="nsubj:pass")


@at("nsubj", "conj", "appos", "obj", "nmod", "nmod:poss", "compound", "flat", "obl")
def _beggars_belief(parse: Parse, token: Token, _ontology: Ontology) -> Iterator[Token]:
    """ "The claim that one clerk was hurt | beggars belief": a verb, and nobody that was hurt."""
    if token.lower != "beggars" or token.i + 1 >= len(parse.tokens) or parse.behind(token.i).lower != "belief":
        return
    belief = parse.behind(token.i)
    root = next((a for a in parse.ancestors(token.i) if a.dep == "root"), None)
    if root is not None and token.tag.startswith("NN"):
        yield msgspec.structs.replace(token, dep="parataxis", head=root.i, tag="VBZ", lemma="beggar")
        yield msgspec.structs.replace(belief, dep="obj", head=token.i)


@at("obl")
def _month_before_subject(parse: Parse, token: Token, _ontology: Ontology) -> Iterator[Token]:
    """ "In October | gunmen | killed a miller": a month, and who did it then."""
    verb, first = parse.tokens[token.head], parse.sentences[parse.sentence(token.i)][0]
    time = next((t for t in parse.times if t.start == first + 1 and t.end <= token.i), None)
    if parse.tokens[first].lower not in {"in", "on"} or time is None or token.tag not in {"NN", "NNS"}:
        return
    if parse.tokens[first].head != token.i or verb.tag not in {"VBD", "VBZ", "VBP"} or verb.i < token.i:
        return
    if parse.children(verb.i, "nsubj", "nsubj:pass", "csubj") or parse.children(token.i, "det", "nmod:poss"):
        return
    last = parse.tokens[time.end - 1]
    yield msgspec.structs.replace(token, dep="nsubj")
    yield msgspec.structs.replace(last, dep="obl", head=verb.i)
    yield msgspec.structs.replace(parse.tokens[first], head=last.i)


@at("nmod")
def _levy_of_so_much(parse: Parse, token: Token, _ontology: Ontology) -> Iterator[Token]:
    """ "Tariffs of up to 45% | on Orlian cars |": the tariffs are on them. "Forty men, among | them | Jan Holub"."""
    share = parse.tokens[token.head]
    levy = parse.tokens[share.head]
    if case_of(parse, token.i) == "on" and share.lower in {"%", "percent", "cent"} and share.dep == "nmod":
        if is_levy(parse, levy.i):
            yield msgspec.structs.replace(token, head=levy.i)
    elif token.lower == "them" and case_of(parse, token.i) == "among" and share.dep in {"nsubj", "nsubj:pass"}:
        yield msgspec.structs.replace(token, dep="dep")


@at("acl:relcl")
def _clause_of_a_day(parse: Parse, token: Token, _ontology: Ontology) -> Iterator[Token]:
    """ "Passed a bill on Wednesday | that imposes | a levy": the bill does, and no day."""
    day = parse.tokens[token.head]
    if not any(t.start <= day.i < t.end for t in parse.times) or day.dep not in {"obl", "nmod", "obl:unmarked"}:
        return
    opened = any(c.lower in {"that", "which"} for c in parse.children(token.i, "nsubj", "nsubj:pass", "obj"))
    verb = parse.tokens[day.head]
    things = [c for c in parse.children(verb.i, "obj", "nsubj:pass") if c.i < day.i and c.is_noun]
    if opened and verb.is_verb and len(things) == 1:
        yield msgspec.structs.replace(token, head=things[0].i)
    elif opened and verb.is_noun and day.dep == "nmod":
        yield msgspec.structs.replace(token, head=verb.i)


@at("conj")
def _subject_with_aside(parse: Parse, token: Token, _ontology: Ontology) -> Iterator[Token]:
    """ "Armed the groups, and | Orland |, whose jets were old, was glad": who was, and nobody that was armed."""
    asides = parse.children(token.i, "acl:relcl")
    joints = parse.children(token.i, "cc")
    if not token.tag.startswith("NNP") or not asides or not joints or parse.behind(token.i).text != ",":
        return
    last = max(parse.subtree(token.i))
    verb = parse.behind(last) if last + 1 < len(parse.tokens) else token
    verb = parse.tokens[verb.head] if verb.dep in {"cop", "aux", "aux:pass"} else verb
    bare = verb.dep == "conj" and not parse.children(verb.i, "nsubj", "nsubj:pass", "cc")
    if parse.tokens[last].text == "," and bare and verb.head in {a.i for a in parse.ancestors(token.i)}:
        yield msgspec.structs.replace(token, dep="nsubj", head=verb.i)
        yield msgspec.structs.replace(joints[0], head=verb.i)


_OF_SIDES = frozenset({"between", "with"})
_FOUGHT_IN = frozenset({"after", "in", "during", "amid", "following"})


@at("advcl", "acl", "xcomp")
def _fighting_between(parse: Parse, token: Token, _ontology: Ontology) -> Iterator[Token]:
    """ "Killed after | fighting | between the army and the rebels", "in | fighting | with them": a noun."""
    if token.lower != "fighting" or token.tag != "VBG" or parse.children(token.i, "nsubj", "obj", "aux"):
        return
    marks = [m for m in parse.children(token.i, "mark", "case") if m.lower in _FOUGHT_IN and m.i < token.i]
    sides = [c for c in parse.children(token.i, "obl") if case_of(parse, c.i) in _OF_SIDES]
    if marks and sides and parse.tokens[token.head].is_verb:
        yield msgspec.structs.replace(token, tag="NN", lemma="fighting", dep="obl")
        yield msgspec.structs.replace(marks[0], dep="case")
        for side in sides:
            yield msgspec.structs.replace(side, dep="nmod")


_FIRE = frozenset({"shelling", "bombing", "shooting", "firing"})
_WHENCE = frozenset({"from", "of", "in", "at", "near", "on", "between"})


@at("advcl")
def _by_shelling(parse: Parse, token: Token, _ontology: Ontology) -> Iterator[Token]:
    """ "Nine were killed by | shelling from the hills": what killed them, and nothing that they did."""
    verb = parse.tokens[token.head]
    if token.lower not in _FIRE or parse.children(token.i, "obj", "nsubj", "aux") or not is_passive(parse, verb.i):
        return
    marks = [m for m in parse.children(token.i, "mark") if m.lower in {"by", "in"} and m.i == token.i - 1]
    following = parse.behind(token.i) if token.i + 1 < len(parse.tokens) else token
    if marks and (following.lower in _WHENCE or following.text in {".", ","}):
        dep = "obl:agent" if marks[0].lower == "by" else "obl"
        yield msgspec.structs.replace(token, tag="NN", lemma=token.lower, dep=dep)
        yield msgspec.structs.replace(marks[0], dep="case")
        for child in parse.children(token.i, "obl"):
            yield msgspec.structs.replace(child, dep="nmod")


@at("root", "conj", "parataxis", "ccomp")
def _killed_behind_comma(parse: Parse, token: Token, _ontology: Ontology) -> Iterator[Token]:
    """ "The dead are Ana Ruiz and Jan Holub, | killed in a raid": nobody whom they killed is told."""
    if token.tag != "VBD" or token.lemma.lower() != "kill" or parse.tokens[token.i - 1].text != ",":
        return
    following = parse.behind(token.i) if token.i + 1 < len(parse.tokens) else token
    subjects = parse.children(token.i, "nsubj")
    if following.lower in {"in", "by", "when", "during"} and subjects and not parse.children(token.i, "obj", "aux"):
        yield msgspec.structs.replace(token, tag="VBN")
        for subject in subjects:
            yield msgspec.structs.replace(subject, dep="nsubj:pass")


_UNITS = frozenset("km kilometer kilometre mile metre meter miles kilometres kilometers metres meters".split())


@at("obl")
def _how_far_from(parse: Parse, token: Token, _ontology: Ontology) -> Iterator[Token]:
    """ "Stormed a base, 20 miles | from the front": how far off the base is."""
    cases = [c for c in parse.children(token.i, "case") if c.lower == "from"]
    if not cases or cases[0].i < 2:
        return
    before = parse.tokens[cases[0].i - 1]
    bracket = before.text == ")" and parse.tokens[before.head].lemma.lower() in _UNITS
    unit = parse.tokens[before.head] if bracket else before
    if unit.lemma.lower() in _UNITS and unit.i not in {a.i for a in parse.ancestors(token.i)} and unit.i > token.head:
        yield msgspec.structs.replace(token, dep="nmod", head=unit.i)


_MEETING = frozenset({"meet", "visit", "greet", "thank", "praise", "address", "salute", "honour", "honor"})


@at("advcl")
def _helping_to(parse: Parse, token: Token, _ontology: Ontology) -> Iterator[Token]:
    """ "Met soldiers | helping to train the militia": the soldiers help."""
    verb = parse.tokens[token.head]
    if token.tag != "VBG" or verb.lemma.lower() not in _MEETING or parse.children(token.i, "mark", "nsubj"):
        return
    met = [c for c in parse.children(verb.i, "obj") if max(parse.subtree(c.i)) + 1 == token.i]
    if met and met[0].tag in {"NNS", "NNPS"}:
        yield msgspec.structs.replace(token, dep="acl", head=met[0].i)


_FIGHTS = frozenset({"fight", "battle", "combat", "wage", "do", "resist"})
_PAYING = frozenset({"lose", "sacrifice", "expend", "suffer"})


@at("advcl")
def _fighters_fighting(parse: Parse, token: Token, ontology: Ontology) -> Iterator[Token]:
    """ "Backs a militia | fighting the rebels |": the militia does. "Lost nine men | fighting them |": whoever lost."""
    verb = parse.tokens[token.head]
    if token.tag != "VBG" or token.lemma.lower() not in _FIGHTS or verb.lemma.lower() in _PAYING:
        return
    if parse.children(token.i, "mark", "nsubj") or not parse.children(token.i, "obj", "obl"):
        return
    if token.lemma.lower() == "do" and not any(c.lower == "battle" for c in parse.children(token.i, "obj")):
        return
    backed = [c for c in parse.children(verb.i, "obj") if max(parse.subtree(c.i)) + 1 == token.i]
    backed = backed or [c for c in parse.children(token.i, "obj") if verb.i < c.i < token.i]
    lemma = backed[0].lemma.lower() if backed else ""
    if backed and backed[0].head == token.i:  # "backs | a militia | fighting": theirs whom it backs
        yield msgspec.structs.replace(backed[0], dep="obj", head=verb.i)
    if backed and (ontology.nouns.is_armed(lemma) or lemma in {"force", "troop"} or backed[0].i in parse.armed):
        yield msgspec.structs.replace(token, dep="acl", head=backed[0].i)


_OF_TOWNS = frozenset(
    "siege blockade encirclement occupation capture invasion bombing shelling bombardment seizure storming "
    "destruction".split()
)


@at("nmod")
def _siege_by_of(parse: Parse, token: Token, ontology: Ontology) -> Iterator[Token]:
    """ "The siege by rebels | of two towns |": the towns are besieged, and own no rebels."""
    by = parse.tokens[token.head]
    siege = parse.tokens[by.head]
    if case_of(parse, token.i) != "of" or case_of(parse, by.i) != "by" or by.dep != "nmod" or not by.i < token.i:
        return
    if siege.lemma.lower() not in _OF_TOWNS or by.tag not in {"NNS", "NNP", "NNPS"} or _has_of(parse, siege):
        return
    body = ontology.nouns.kind_of(token.lemma.lower()) == "organisation" or token.i in parse.named("organisation")
    if not body:  # "the shelling by troops | of the army |": whose troops they are
        yield msgspec.structs.replace(token, head=siege.i)


_DONE_TO_PEOPLE = frozenset(
    "killing murder abduction kidnapping kidnap arrest detention assassination rape torture beating massacre execution "
    "lynching deportation expulsion release jailing persecution recruitment slaying beheading shooting capture "
    "ambush harassment mistreatment imprisonment trafficking".split()
)
_OF_A_BODY = frozenset("member supporter leader official commander wing unit faction group remnant veteran".split())


@at("nmod")
def _done_by_to(parse: Parse, token: Token, ontology: Ontology) -> Iterator[Token]:
    """ "The abduction by gunmen | of three nuns |": they were abducted, and have no gunmen."""
    by = parse.tokens[token.head]
    deed = parse.tokens[by.head]
    if case_of(parse, token.i) != "of" or case_of(parse, by.i) != "by" or by.dep != "nmod" or token.i < by.i:
        return
    if deed.lemma.lower() not in _DONE_TO_PEOPLE or by.lemma.lower() in _OF_A_BODY or not deed.i < by.i:
        return
    if _has_of(parse, deed):
        return
    some = by.tag in {"NNS", "NNPS", "NNP"} or by.lower in {"police", "army"}
    person = kind_of(parse, token.i, ontology, labels_of(parse)) == "person" or _may_be_person(parse, token, ontology)
    person = person or (token.tag in {"NNPS", "NNS"} and token.i in parse.named("nationality"))  # "of nine Kenyans"
    counted = parse.children(token.i, "nummod") or any(c.lower in {"a", "an"} for c in parse.children(token.i, "det"))
    if some and person and (counted or token.tag in {"NNS", "NNP"}):
        yield msgspec.structs.replace(token, head=deed.i)


def _may_be_person(parse: Parse, token: Token, ontology: Ontology) -> bool:
    """ "By soldiers of | Omar Badr |": a name of two words, which a small tagger takes for a body's."""
    before = [c for c in parse.children(token.i, "compound") if c.tag == "NNP"]
    known = ontology.nouns.kind_of(token.lemma.lower()) is not None or token.i in parse.armed | parse.named("place")
    return token.tag == "NNP" and len(before) == 1 and not known and not parse.children(token.i, "det")


@at("conj")
def _siege_conducted_of(parse: Parse, token: Token, _ontology: Ontology) -> Iterator[Token]:
    """ "A siege conducted by the army, | of two towns |": no town conducts it."""
    by = parse.tokens[token.head]
    verb = parse.tokens[by.head]
    siege = parse.tokens[verb.head]
    if case_of(parse, token.i) != "of" or by.dep != "obl:agent" or verb.dep != "acl" or parse.children(token.i, "cc"):
        return
    if siege.lemma.lower() in _OF_TOWNS and not _has_of(parse, siege):
        yield msgspec.structs.replace(token, dep="nmod", head=siege.i)
        for other in parse.children(by.i, "conj"):
            if other.i > token.i:
                yield msgspec.structs.replace(other, head=token.i)


def _has_of(parse: Parse, noun: Token) -> bool:
    return any(case_of(parse, c.i) == "of" for c in parse.children(noun.i, "nmod"))


@at("conj")
def _not_by_but_by(parse: Parse, token: Token, _ontology: Ontology) -> Iterator[Token]:
    """ "Launched not by the army or the police, | but by the rebels |": the rebels did, and the others did not."""
    first = parse.tokens[token.head]
    but = [c for c in parse.children(token.i, "cc") if c.lower == "but"]
    case = case_of(parse, token.i)
    none = [c for c in parse.children(first.i, "advmod") if c.lower == "not" and c.i < first.i]
    if not but or not none or case != case_of(parse, first.i) or first.dep not in {"obl:agent", "obl"}:
        return
    yield msgspec.structs.replace(token, dep=first.dep, head=first.head)
    yield msgspec.structs.replace(first, dep="dep", head=first.head)


_BLOWS = frozenset({"attack", "strike", "raid", "assault", "airstrike", "bombing", "shelling", "ambush"})
_KILLING = frozenset({"kill", "wound", "injure", "claim", "leave"})


@at("acl:relcl")
def _what_attack_did(parse: Parse, token: Token, ontology: Ontology) -> Iterator[Token]:
    """ "An attack on the Peruvian frigate, | which killed nine |": the attack did, and no frigate."""
    thing = parse.tokens[token.head]
    deed = parse.tokens[thing.head]
    which = [c for c in parse.children(token.i, "nsubj") if c.lower == "which" and c.i == token.i - 1]
    if (
        not which
        or token.lemma.lower() not in _KILLING
        or deed.lemma.lower() not in _BLOWS
        or not parse.children(token.i, "obj")
    ):
        return
    struck = thing.dep == "nmod" and case_of(parse, thing.i) in {"on", "against"} and deed.i < thing.i
    if struck and ontology.nouns.in_set("vehicle", thing.lemma.lower()):
        yield msgspec.structs.replace(token, head=deed.i)


@at("xcomp", "obl")
def _called_off_what(parse: Parse, token: Token, _ontology: Ontology) -> Iterator[Token]:
    """ "Called off | talks with the rebels |": what is called off, and not what somebody is called."""
    verb = parse.tokens[token.head]
    if token.tag not in {"NN", "NNS"} or verb.lemma.lower() != "call" or token.i < verb.i:
        return
    off = any(c.lower == "off" and c.i == verb.i + 1 for c in parse.children(verb.i, "compound:prt"))
    if off and not parse.children(token.i, "case", "cop", "nsubj") and not parse.children(verb.i, "obj", "nsubj:pass"):
        yield msgspec.structs.replace(token, dep="obj")


RULES: tuple[Callable[[Parse, Token, Ontology], Iterator[Token]], ...] = (
    _killed_fighting,
    _beggars_belief,
    _month_before_subject,
    _subject_with_aside,
    _clause_of_a_day,
    _levy_of_so_much,
    _fighting_between,
    _by_shelling,
    _killed_behind_comma,
    _how_far_from,
    _helping_to,
    _fighters_fighting,
    _siege_by_of,
    _done_by_to,
    _siege_conducted_of,
    _not_by_but_by,
    _what_attack_did,
    _called_off_what,
)
