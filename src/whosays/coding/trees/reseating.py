"""Subjects and objects that a tree has hung under the wrong word of the right clause, moved to where they belong."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import msgspec

from whosays.coding.trees.labelled import of_table, tagged
from whosays.ontology import Ontology
from whosays.parse import Parse, Token

_SUBJECTS = ("nsubj", "nsubj:pass")
_SAME_FORM = {"shot": "shoot", "bombed": "bomb", "stabbed": "stab", "raided": "raid"}


def _participle_before_verb(parse: Parse, token: Token, _ontology: Ontology) -> Iterator[Token]:
    """ "| Gunmen | believed to be rebels | shot a priest", "a car | loaded with bombs | blew up": of the second."""
    verb = parse.tokens[token.head]
    subjects = parse.children(token.i, *_SUBJECTS)
    if token.dep != "advcl" or token.tag not in {"VBN", "VBD"} or len(subjects) != 1 or not token.i < verb.i:
        return
    bare = not parse.children(token.i, "aux", "aux:pass", "mark", "obj") and subjects[0].i == token.i - 1
    done = bool(parse.children(token.i, "obl:agent"))  # "a vendor | shot by police in Orli, | died"
    finite = verb.tag in {"VBD", "VBZ", "VBP", "VBN"} and not parse.children(verb.i, *_SUBJECTS, "expl")
    if not (bare and finite) or (not done and any(t.text in {",", ";"} for t in parse.tokens[token.i : verb.i])):
        return
    passive = bool(parse.children(verb.i, "aux:pass", "obl:agent")) and not parse.children(verb.i, "obj")
    yield msgspec.structs.replace(subjects[0], dep="nsubj:pass" if passive else "nsubj", head=verb.i)
    yield msgspec.structs.replace(token, dep="acl", head=subjects[0].i, tag="VBN")


@tagged("JJ")
def _participle_taken_as_adjective(parse: Parse, token: Token, ontology: Ontology) -> Iterator[Token]:
    """ "The bodies were | riddled | with bullets": a passive, and no adjective."""
    if token.tag != "JJ" or not token.lower.endswith("ed") or not parse.children(token.i, "aux:pass"):
        return
    stems = (token.lower.removesuffix("d"), token.lower.removesuffix("ed"))
    lemma = next((s for s in stems if ontology.triggers(s, "verb")), None)
    if lemma is not None:
        yield msgspec.structs.replace(token, tag="VBN", lemma=lemma)
        for child in parse.children(token.i, "nsubj"):
            yield msgspec.structs.replace(child, dep="nsubj:pass")


def _verb_taken_as_noun(parse: Parse, token: Token, _ontology: Ontology) -> Iterator[Token]:
    """ "A mob | shot | and killed a priest": a noun that another finite verb goes on from is a verb."""
    lemma = _SAME_FORM.get(token.lower)
    later = [c for c in parse.children(token.i, "conj") if c.tag == "VBD" and parse.children(c.i, "obj")]
    if lemma is None or not token.is_noun or token.dep != "root" or not later:
        return
    doers = [c for c in parse.children(token.i, "compound") if c.i == token.i - 1]
    if not doers:
        return
    yield msgspec.structs.replace(token, tag="VBD", lemma=lemma)
    yield msgspec.structs.replace(doers[0], dep="nsubj")
    for child in parse.children(token.i, "det", "amod"):
        if child.i < doers[0].i:
            yield msgspec.structs.replace(child, head=doers[0].i)


_LONGEST_IN_BRACKETS = 8  # tokens between the two


def _office_behind_brackets(parse: Parse, token: Token, ontology: Ontology) -> Iterator[Token]:
    """ "Against | Customs Service (CS) | director Ana Ruiz": the body is the office's, which takes its place."""
    if token.dep != "appos" or token.i < 4 or ontology.nouns.kind_of(token.lemma.lower()) != "person":
        return
    if parse.tokens[token.i - 1].text != ")":
        return
    first = max(token.i - 2 - _LONGEST_IN_BRACKETS, 0)
    opening = next((i for i in range(token.i - 2, first, -1) if parse.tokens[i].text == "("), None)
    if opening is None or opening < 1 or not parse.tokens[opening - 1].tag.startswith("NNP"):
        return
    head, body = parse.tokens[token.head], parse.tokens[opening - 1]
    while body.tag.startswith("NNP") and parse.tokens[body.head].tag.startswith("NNP") and body.i != head.i:
        body = parse.tokens[body.head]
    beside = body.head == head.i if body.i != head.i else head.head != head.i
    if not beside:
        return
    yield msgspec.structs.replace(token, dep=body.dep, head=body.head)
    yield msgspec.structs.replace(body, dep="compound", head=token.i)
    for child in parse.children(body.i, "case", "det"):
        yield msgspec.structs.replace(child, head=token.i)


def _list_of_subjects(parse: Parse, token: Token, _ontology: Ontology) -> Iterator[Token]:
    """ "The following men died in the raid: | Major Ruiz, Captain Soto": a subject behind a colon lists the first."""
    verb = parse.tokens[token.head]
    if token.dep not in _SUBJECTS or token.i < verb.i or not verb.is_verb:
        return
    first = min(parse.subtree(token.i))
    before = {t.text for t in parse.tokens[max(first - 1, 0) : first + 1]}
    subjects = [c for c in parse.children(verb.i, *_SUBJECTS) if c.i < verb.i]
    if ":" in before and subjects and not parse.children(verb.i, "obj"):
        yield msgspec.structs.replace(token, dep="appos", head=subjects[-1].i)


def _group_before_its_men(parse: Parse, token: Token, ontology: Ontology) -> Iterator[Token]:
    """ "Between the army and | M23 | rebels": the group is told of its fighters, and they stand in its place."""
    if token.dep != "conj" or not token.tag.startswith("NNP") or token.i + 1 >= len(parse.tokens):
        return
    men = parse.behind(token.i)
    first = parse.tokens[token.head]
    armed = men.tag == "NNS" and ontology.nouns.is_armed(men.lemma.lower())
    if armed and men.head == first.head and men.dep == first.dep and not parse.children(men.i, "case", "det"):
        yield msgspec.structs.replace(men, dep="conj", head=token.head)
        yield msgspec.structs.replace(token, dep="compound", head=men.i)
        for child in parse.children(token.i, "cc"):
            yield msgspec.structs.replace(child, head=men.i)


def _second_verb_before_number(parse: Parse, token: Token, ontology: Ontology) -> Iterator[Token]:
    """ "Killed six monks and | wounded | 12 farmers": no adjective stands before a number; it is the second verb."""
    noun = parse.tokens[token.head]
    following = parse.tokens[min(token.i + 1, len(parse.tokens) - 1)]
    if token.dep != "amod" or token.tag not in {"VBN", "VBD", "VBG"} or noun.dep != "conj":
        return
    verb = parse.tokens[parse.tokens[noun.head].head]
    joined = parse.tokens[noun.head].dep == "obj" and parse.tokens[token.i - 1].dep == "cc"
    counted = following.tag == "CD" and following.head == noun.i and token.tag != "VBG"
    alike = token.tag == verb.tag == "VBG"  # "killing three people and | damaging | homes"
    if joined and verb.is_verb and (counted or alike) and ontology.triggers(token.lemma.lower(), "verb"):
        yield msgspec.structs.replace(token, dep="conj", head=verb.i, tag="VBG" if alike else "VBD")
        yield msgspec.structs.replace(noun, dep="obj", head=token.i)
        for child in parse.children(noun.i, "cc"):
            yield msgspec.structs.replace(child, head=token.i)


def _active_perfect(parse: Parse, token: Token, _ontology: Ontology) -> Iterator[Token]:
    """ "The men whom | they | had kidnapped": with "had" and no "been" it is active."""
    verb = parse.tokens[token.head]
    helping = {c.lower for c in parse.children(verb.i, "aux")}
    if token.dep != "nsubj:pass" or verb.tag != "VBN" or not helping & {"has", "have", "had"}:
        return
    if not parse.children(verb.i, "aux:pass") and "been" not in helping:
        yield msgspec.structs.replace(token, dep="nsubj")


def _number_as_object(parse: Parse, token: Token, _ontology: Ontology) -> Iterator[Token]:
    """ "Blast injures | three": a number behind a verb is its object."""
    verb = parse.tokens[token.head]
    behind = token.tag == "CD" and token.dep == "nummod" and verb.is_verb and verb.i < token.i
    if behind and not parse.children(verb.i, "obj"):
        yield msgspec.structs.replace(token, dep="obj")


def _participle_behind_object(parse: Parse, token: Token, _ontology: Ontology) -> Iterator[Token]:
    """ "Destroyed ten towers, | damaging | six lines": what has its own object describes no noun before it."""
    noun = parse.tokens[token.head]
    verb = parse.tokens[noun.head]
    if token.dep != "amod" or token.tag != "VBG" or not token.i > noun.i or not verb.is_verb:
        return
    if parse.tokens[token.i - 1].text == "," and parse.children(token.i, "obj"):
        yield msgspec.structs.replace(token, dep="advcl", head=verb.i)


_BEFORE_GERUNDS = frozenset(
    "deny admit acknowledge confess stop start begin continue resume avoid risk consider suggest propose condemn "
    "oppose ban forbid prohibit defend justify rule".split()
)


def _participle_before_object(parse: Parse, token: Token, ontology: Ontology) -> Iterator[Token]:
    """ "Attacks | sleeping | guards": between a verb without an object and a noun it says what those are."""
    verb = parse.tokens[token.head]
    objects = [c for c in parse.children(token.i, "obj") if c.i == token.i + 1]
    if token.dep != "advcl" or token.tag != "VBG" or verb.i != token.i - 1 or not objects:
        return
    if verb.lemma.lower() in _BEFORE_GERUNDS:  # "denied | shelling | homes"
        return
    if verb.is_verb and ontology.triggers(verb.lemma.lower(), "verb") and not parse.children(verb.i, "obj", "obl"):
        yield msgspec.structs.replace(token, dep="amod", head=objects[0].i, tag="JJ", lemma=token.lower)
        yield msgspec.structs.replace(objects[0], dep="obj", head=verb.i)
        for child in parse.children(token.i):
            if child.i != objects[0].i:
                yield msgspec.structs.replace(child, head=verb.i)


@tagged("VBG")
def _missing(parse: Parse, token: Token, _ontology: Ontology) -> Iterator[Token]:
    """ "Three fishermen are | missing": what has become of them, and nothing that they do."""
    if token.lower != "missing" or token.tag != "VBG" or parse.children(token.i, "obj"):
        return
    being = [c for c in parse.children(token.i, "aux") if c.lemma.lower() == "be"]
    if being:
        yield msgspec.structs.replace(token, tag="JJ", lemma="missing")
        yield msgspec.structs.replace(being[0], dep="cop")


def _list_of_people(parse: Parse, token: Token, _ontology: Ontology) -> Iterator[Token]:
    """ "Three soldiers, | a nurse | and two boys were killed": a list, and no description of the soldiers."""
    noun = parse.tokens[token.head]
    if token.dep != "appos" or token.tag not in {"NN", "NNS"} or noun.tag not in {"NN", "NNS"} or token.i < noun.i:
        return
    last = [c for c in parse.children(token.i, "conj") if parse.children(c.i, "cc")]
    several = noun.tag == "NNS" or any(c.lower in {"a", "an"} for c in parse.children(noun.i, "det"))
    opened = parse.tokens[min(parse.subtree(token.i)) - 1].text == "," or "," in {
        c.text for c in parse.children(token.i, "punct") if c.i < token.i
    }
    if last and several and opened and _is_counted(parse, token) and _is_counted(parse, last[-1]):
        yield msgspec.structs.replace(token, dep="conj")


def _is_counted(parse: Parse, noun: Token) -> bool:
    """Whether a noun has a number or an indefinite article."""
    if parse.children(noun.i, "nummod"):
        return True
    return any(c.lower in {"a", "an", "another"} for c in parse.children(noun.i, "det"))


def _verb_behind_agent(parse: Parse, token: Token, _ontology: Ontology) -> Iterator[Token]:
    """ "After a drone launched by rebels | strikes | a port": a finite verb is no agent; the drone strikes."""
    participle = parse.tokens[token.head]
    subjects = parse.children(participle.i, *_SUBJECTS)
    if token.dep != "obl:agent" or token.tag not in {"VBZ", "VBD", "VBP"} or participle.tag != "VBN" or not subjects:
        return
    if parse.children(participle.i, "aux:pass") or parse.children(token.i, *_SUBJECTS):
        return
    yield msgspec.structs.replace(token, dep=participle.dep, head=participle.head)
    yield msgspec.structs.replace(participle, dep="acl", head=subjects[0].i)
    yield msgspec.structs.replace(subjects[0], dep="nsubj", head=token.i)
    for mark in parse.children(participle.i, "mark"):
        yield msgspec.structs.replace(mark, head=token.i)


_MARCHES = frozenset({"march", "rally", "protest", "strike", "riot", "parade"})


def _march_as_noun(parse: Parse, token: Token, _ontology: Ontology) -> Iterator[Token]:
    """ "Thousands | march | to protest the war": with a subject and nothing before it, a verb."""
    subjects = parse.children(token.i, "nsubj")
    if token.tag != "NN" or token.lower not in _MARCHES or token.dep != "root" or not subjects:
        return
    if subjects[0].tag in {"NNS", "CD", "NNPS"} and not parse.children(
        token.i, "cop", "det", "case", "amod", "compound"
    ):
        yield msgspec.structs.replace(token, tag="VBP", lemma=token.lower)


def _shot_at(parse: Parse, token: Token, _ontology: Ontology) -> Iterator[Token]:
    """ "The attackers | shot at the car": without "was" it is what they did."""
    if token.lemma.lower() != "shoot" or not token.is_verb or parse.children(token.i, "aux:pass", "aux", "obl:agent"):
        return
    at = [c for c in parse.children(token.i, "obl") if any(k.lower == "at" for k in parse.children(c.i, "case"))]
    subjects = parse.children(token.i, "nsubj:pass")
    if subjects and at and not parse.children(token.i, "obj"):
        yield msgspec.structs.replace(token, tag="VBD")
        yield msgspec.structs.replace(subjects[0], dep="nsubj")


def _joined_to_deed(parse: Parse, token: Token, _ontology: Ontology) -> Iterator[Token]:
    """ "The murder of | senator and candidate Ana Ruiz": what "of" opens right behind a noun is joined to no noun."""
    cases = [c for c in parse.children(token.i, "case") if c.lower == "of"]
    if token.dep == "conj" and token.is_noun and cases and cases[0].i == token.head + 1:
        yield msgspec.structs.replace(token, dep="nmod")


def _case_of_owner(parse: Parse, token: Token, _ontology: Ontology) -> Iterator[Token]:
    """ "The toll | from | Monday's attack": the preposition is of the attack, and not of its day."""
    owner = parse.tokens[token.head]
    if token.dep != "case" or owner.dep != "nmod:poss" or not token.i < owner.i < owner.head:
        return
    if token.tag in {"IN", "TO"} and not parse.children(owner.head, "case"):
        yield msgspec.structs.replace(token, head=owner.head)


def _gerund_that_acts(parse: Parse, token: Token, ontology: Ontology) -> Iterator[Token]:
    """ "| Fighting | broke out in the valley": a deed that is a subject, without an object of its own."""
    if token.tag != "VBG" or token.dep not in _SUBJECTS or not ontology.triggers(token.lower, "noun"):
        return
    if not parse.children(token.i, "obj", "aux", "mark", "compound:prt", "ccomp"):
        yield msgspec.structs.replace(token, tag="NN", lemma=token.lower)


Rule = Callable[[Parse, Token, Ontology], Iterator[Token]]

# The rules by the label that they look at, since most words bear another; and those that look at words of any label.
_OF_SOME = of_table(
    {
        "advcl": (
            _participle_before_verb,
            _participle_before_object,
        ),
        "root": (
            _verb_taken_as_noun,
            _march_as_noun,
        ),
        "appos": (
            _office_behind_brackets,
            _list_of_people,
        ),
        "nsubj": (
            _list_of_subjects,
            _gerund_that_acts,
        ),
        "nsubj:pass": (
            _list_of_subjects,
            _active_perfect,
            _gerund_that_acts,
        ),
        "conj": (
            _group_before_its_men,
            _joined_to_deed,
        ),
        "amod": (
            _second_verb_before_number,
            _participle_behind_object,
        ),
        "nummod": (_number_as_object,),
        "obl:agent": (_verb_behind_agent,),
        "case": (_case_of_owner,),
    }
)
_OF_ANY: tuple[Rule, ...] = (
    _participle_taken_as_adjective,
    _missing,
    _shot_at,
)
RULES: tuple[Rule, ...] = (*_OF_SOME, *_OF_ANY)
