"""Verbs that a tree gives to the wrong doer or takes for nouns, set right so that whoever acts is not lost."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import msgspec

from whosays.coding.trees.labelled import of_table
from whosays.coding.words.mentions import case_of
from whosays.ontology import Ontology
from whosays.parse import Parse, Token

_SUBJECTS = ("nsubj", "nsubj:pass")
# Verbs with two objects, whose passives keep one: "was granted asylum".
_GIVING = frozenset("give grant award offer hand send lend deny pay promise accord issue show teach tell".split())
_GIVEN_TO = frozenset("bail asylum amnesty clemency immunity citizenship refuge access parole leave".split())
_CAPTIVE = frozenset({"prisoner", "hostage", "captive", "incommunicado"})
_SAYING = frozenset({"say", "claim", "admit", "state", "announce", "confirm", "report", "allege", "insist", "declare"})
_VERBAL_OF_NOUN = frozenset({"storm", "raid", "clash", "shell", "torch", "ambush", "besiege"})
_EXCHANGED = frozenset(
    {"fire", "gunfire", "shots", "prisoners", "shelling", "shells", "blows", "detainees", "captives"}
)
_MARKED_OUT = frozenset("arm equip wear believe suspect accuse disguise dress mask identify know".split())


_GIVEN = frozenset({"hands", "turns"})


_CLAUSAL = frozenset({"while", "before", "after"})


def _object_of_said(parse: Parse, token: Token, _ontology: Ontology) -> Iterator[Token]:
    """ "A raid | that | the Front said it carried out": what was carried out, and not what was said."""
    saying = parse.tokens[token.head]
    if token.dep != "obj" or token.lower not in {"that", "which"} or saying.dep != "acl:relcl":
        return
    inner = [c for c in parse.children(saying.i, "ccomp") if c.is_verb and c.i > saying.i]
    if saying.lemma.lower() in _SAYING and len(inner) == 1 and not parse.children(inner[0].i, "obj", "aux:pass", "cop"):
        yield msgspec.structs.replace(token, head=inner[0].i)


def _held_captive(parse: Parse, token: Token, _ontology: Ontology) -> Iterator[Token]:
    """ "Fighters | held | prisoner there were exchanged": a verb below a noun that has a verb is done to it."""
    holders = parse.tokens[token.head]
    captive = [c for c in parse.children(token.i, "obj") if c.i == token.i + 1 and c.lower in _CAPTIVE]
    if (
        token.tag not in {"VBD", "VBN"}
        or not captive
        or holders.dep not in {*_SUBJECTS, "obj"}
        or parse.children(token.i, "nsubj")
    ):
        return
    yield msgspec.structs.replace(token, tag="VBN")
    yield msgspec.structs.replace(captive[0], dep="xcomp")
    for child in parse.children(captive[0].i, "nmod"):
        if case_of(parse, child.i) == "by":  # "held hostage | by the gang"
            yield msgspec.structs.replace(child, head=token.i, dep="obl:agent")


def _frees(parse: Parse, token: Token, _ontology: Ontology) -> Iterator[Token]:
    """ "The rebels | free | eight hostages": with a subject and an object, a verb."""
    if token.lower != "free" or not token.tag.startswith("JJ") or parse.children(token.i, "cop", "aux"):
        return
    if parse.children(token.i, "nsubj") and any(c.i > token.i for c in parse.children(token.i, "obj")):
        yield msgspec.structs.replace(token, tag="VBP", lemma="free")


def _given_her(parse: Parse, token: Token, _ontology: Ontology) -> Iterator[Token]:
    """ "Granting | her | bail": whom it is given to, and not whose bail."""
    given = parse.tokens[token.head]
    verb = parse.tokens[given.head]
    if token.lower != "her" or token.tag != "PRP$" or given.dep != "obj" or given.lower not in _GIVEN_TO:
        return
    if verb.lemma.lower() in _GIVING and verb.i == token.i - 1 and given.i == token.i + 1:
        yield msgspec.structs.replace(token, head=verb.i, dep="iobj", tag="PRP")


def _active_without_aux(parse: Parse, token: Token, _ontology: Ontology) -> Iterator[Token]:
    """ "| A militia | kidnapped six men": without "was", and with an object behind it, a verb is active."""
    verb = parse.tokens[token.head]
    if token.dep != "nsubj:pass" or verb.tag != "VBN" or token.i > verb.i or verb.lemma.lower() in _GIVING:
        return
    bare = not parse.children(verb.i, "aux", "aux:pass", "obl:agent", "nsubj", "cop", "mark")
    counted = [c for c in parse.children(verb.i, "obj") if c.i > verb.i and c.is_noun]
    inner = verb.dep == "acl:relcl" and token.i == verb.i - 1 and token.tag == "PRP"  # "a clerk | it | kidnapped"
    if bare and (inner or (counted and verb.dep in {"root", "conj", "parataxis"})):
        yield msgspec.structs.replace(token, dep="nsubj")
        yield msgspec.structs.replace(verb, tag="VBD")


def _verb_behind_people(parse: Parse, token: Token, ontology: Ontology) -> Iterator[Token]:
    """ "Police | storm | into the square, firing": with what only verbs have below it, a verb of theirs."""
    if token.tag not in {"NN", "NNP"} or token.lower not in _VERBAL_OF_NOUN or token.dep != "root":
        return
    before = [c for c in parse.children(token.i, "compound", "nsubj") if c.i == token.i - 1]
    if not before or parse.children(token.i, "case", "cop", "det"):
        return
    people = ontology.nouns.kind_of(before[0].lemma.lower()) in {"person", "organisation"}
    several = before[0].tag in {"NNS", "NNPS"} or before[0].lower in {"police", "troops"}
    if not (people and several and parse.children(token.i, "obl", "obj", "advcl", "nmod")):
        return
    yield msgspec.structs.replace(token, tag="VBP", lemma=token.lower)
    yield msgspec.structs.replace(before[0], dep="nsubj")
    for child in parse.children(token.i):
        if child.dep in {"det", "amod", "nummod", "compound"} and child.i < before[0].i:
            yield msgspec.structs.replace(child, head=before[0].i)
        elif child.dep == "nmod" and child.i > token.i:
            yield msgspec.structs.replace(child, dep="obl")


def _exchange(parse: Parse, token: Token, _ontology: Ontology) -> Iterator[Token]:
    """ "Orland and Veldia | exchange | fire along the border": no compound of a noun, but what they do with it."""
    fire = parse.tokens[token.head]
    if token.lower not in {"exchange", "exchanges"} or token.dep != "compound" or fire.i != token.i + 1:
        return
    sides = [c for c in parse.children(fire.i, "compound") if c.i < token.i and parse.children(c.i, "conj")]
    if fire.lower not in _EXCHANGED or fire.dep != "root" or not sides:
        return
    yield msgspec.structs.replace(token, tag="VBP", lemma="exchange", dep="root", head=token.i)
    yield msgspec.structs.replace(fire, dep="obj", head=token.i)
    yield msgspec.structs.replace(sides[0], dep="nsubj", head=token.i)
    for child in parse.children(fire.i):
        if child.i > fire.i:
            yield msgspec.structs.replace(child, dep="obl" if child.dep == "nmod" else child.dep, head=token.i)


def _joined_verb(parse: Parse, token: Token, ontology: Ontology) -> Iterator[Token]:
    """ "Kill one man and | detain | seven people": no noun, joined to a verb, before whom it falls on."""
    verb = parse.tokens[token.head]
    if token.tag != "NN" or token.dep != "conj" or verb.tag not in {"VBP", "VB"} or ontology.nouns.kind_of(token.lower):
        return
    if not ontology.triggers(token.lower, "verb") or parse.tokens[token.i - 1].dep != "cc":
        return
    taken = [c for c in parse.children(verb.i, "obj") if c.i > token.i]
    if not taken or ontology.triggers(token.lower, "noun") or parse.children(token.i, "det", "amod", "compound"):
        return
    yield msgspec.structs.replace(token, tag=verb.tag, lemma=token.lower)
    for child in parse.children(verb.i):
        if child.i > token.i and child.dep in {"obj", "obl", "advcl"}:
            yield msgspec.structs.replace(child, head=token.i)


def _run_by(parse: Parse, token: Token, _ontology: Ontology) -> Iterator[Token]:
    """ "Raided a camp | run | by the Front": what the front does with the camp, and no run."""
    noun = parse.tokens[token.i - 1] if token.i else token
    if token.lower != "run" or token.tag != "NN" or noun.head != token.i or noun.dep != "compound":
        return
    agents = [c for c in parse.children(token.i, "nmod", "obl:agent") if case_of(parse, c.i) == "by"]
    if not agents:
        return
    yield msgspec.structs.replace(noun, dep=token.dep, head=token.head)
    yield msgspec.structs.replace(token, tag="VBN", dep="acl", head=noun.i)
    yield msgspec.structs.replace(agents[0], dep="obl:agent")
    for child in parse.children(token.i):
        if child.i < noun.i:
            yield msgspec.structs.replace(child, head=noun.i)


def _verb_below_participle(parse: Parse, token: Token, _ontology: Ontology) -> Iterator[Token]:
    """ "A man | armed with a knife | shot a judge": the second verb is the sentence's, the first describes the man."""
    first = parse.tokens[token.head]
    subjects = parse.children(first.i, *_SUBJECTS)
    if token.dep != "advcl" or token.tag not in {"VBD", "VBZ"} or first.tag not in {"VBD", "VBN"} or token.i < first.i:
        return
    bare = not parse.children(token.i, *_SUBJECTS, "mark", "aux", "aux:pass")
    next_to = len(subjects) == 1 and subjects[0].i == first.i - 1 and not parse.children(first.i, "aux", "aux:pass")
    if first.lemma.lower() not in _MARKED_OUT or not (bare and next_to):
        return
    if any(t.text in {",", ";"} for t in parse.tokens[first.i : token.i]):
        return
    yield msgspec.structs.replace(token, dep=first.dep, head=first.head if first.head != first.i else token.i)
    yield msgspec.structs.replace(first, tag="VBN", dep="acl", head=subjects[0].i)
    yield msgspec.structs.replace(subjects[0], dep="nsubj", head=token.i)
    for child in parse.children(first.i):
        if child.i > token.i:
            yield msgspec.structs.replace(child, head=token.i)


def _before_participle(parse: Parse, token: Token, _ontology: Ontology) -> Iterator[Token]:
    """ "Fired water cannon | at a crowd | in Orli, protesting a law": what stands before the comma is of the verb."""
    participle = parse.tokens[token.head]
    verb = parse.tokens[participle.head]
    if participle.dep != "advcl" or participle.tag != "VBG" or not verb.i < token.i < participle.i:
        return
    apart = any(t.text == "," for t in parse.tokens[token.i : participle.i])
    if verb.is_verb and apart and not parse.children(participle.i, "mark", *_SUBJECTS) and case_of(parse, token.i):
        yield msgspec.structs.replace(token, head=verb.i)


def _noun_with_object(parse: Parse, token: Token, _ontology: Ontology) -> Iterator[Token]:
    """ "Fired | tear | gas at them": no noun has an object; the two are one word for one thing."""
    first = parse.tokens[token.head]
    if first.tag != "NN" or first.i != token.i - 1 or not token.is_noun or first.dep not in {"obj", "obl", "nmod"}:
        return
    yield msgspec.structs.replace(token, dep=first.dep, head=first.head)
    yield msgspec.structs.replace(first, dep="compound", head=token.i)
    for child in parse.children(first.i):
        if child.i != token.i:
            yield msgspec.structs.replace(child, head=token.i)


def _force_as_adjective(parse: Parse, token: Token, _ontology: Ontology) -> Iterator[Token]:
    """ "The Orland | military | clashed with": no adjective describes a verb; it is who clashed, and Orland's."""
    verb = parse.tokens[token.head]
    if token.lower != "military" or not verb.is_verb or token.i == 0 or token.i > verb.i:
        return
    owner = parse.tokens[token.i - 1]
    if owner.head == verb.i and owner.dep in _SUBJECTS:
        yield msgspec.structs.replace(token, tag="NN", dep=owner.dep)
        yield msgspec.structs.replace(owner, dep="compound", head=token.i)
        for child in parse.children(verb.i, "det"):
            if child.i < owner.i:
                yield msgspec.structs.replace(child, head=token.i)


def _finite_as_adverbial(parse: Parse, token: Token, _ontology: Ontology) -> Iterator[Token]:
    """ "Kills two people, | injures | six, and starts fires": a finite verb without a subject goes on in a list."""
    verb = parse.tokens[token.head]
    if token.tag not in {"VBZ", "VBD"} or verb.tag != token.tag or not verb.i < token.i:
        return
    bare = not parse.children(token.i, *_SUBJECTS, "mark", "aux", "aux:pass", "advmod", "cop")
    if bare and parse.tokens[token.i - 1].text == "," and parse.children(token.i, "obj"):
        yield msgspec.structs.replace(token, dep="conj")


def _headline_goes_on(parse: Parse, token: Token, _ontology: Ontology) -> Iterator[Token]:
    """ "Convicts Ana Ruiz after she lost the vote and | bans | her": in the present of the main verb, which goes on."""
    past = parse.tokens[token.head]
    if token.tag != "VBZ" or past.tag != "VBD" or past.dep != "advcl" or parse.children(token.i, *_SUBJECTS, "mark"):
        return
    main = next((a for a in parse.ancestors(past.i) if a.tag in {"VBZ", "VBP"} and a.i < past.i), None)
    if main is not None and parse.children(main.i, "nsubj"):
        yield msgspec.structs.replace(token, head=main.i)


def _clause_of_main_verb(parse: Parse, token: Token, _ontology: Ontology) -> Iterator[Token]:
    """ "Found a cave used by rebels, | while killing six": behind a comma the main verb's doer goes on."""
    inner = parse.tokens[token.head]
    marks = [c for c in parse.children(token.i, "mark") if c.lower in _CLAUSAL]
    if token.tag != "VBG" or inner.dep not in {"acl", "acl:relcl"} or not marks or not inner.i < token.i:
        return
    if parse.tokens[marks[0].i - 1].text != ",":
        return
    main = next((a for a in parse.ancestors(inner.i) if a.is_verb and a.dep not in {"acl", "acl:relcl", "xcomp"}), None)
    if main is not None and main.i < inner.i:
        yield msgspec.structs.replace(token, head=main.i)


def _hands_over(parse: Parse, token: Token, _ontology: Ontology) -> Iterator[Token]:
    """ "The Front | hands | over ten captives to Orland, and Veldia frees six": a verb, and no hands."""
    if token.tag != "NNS" or token.lower not in _GIVEN or token.i == 0 or token.i + 2 >= len(parse.tokens):
        return
    giver, over = parse.tokens[token.i - 1], parse.behind(token.i)
    given = parse.tokens[over.head]
    if over.lower != "over" or giver.head != token.i or giver.dep != "compound" or not giver.tag.startswith("NN"):
        return
    if given.head != token.i or given.dep not in {"nmod", "obl"}:
        return
    later = parse.tokens[token.head] if token.dep in _SUBJECTS else None
    yield msgspec.structs.replace(token, tag="VBZ", lemma=token.lower[:-1], dep="root", head=token.i)
    yield msgspec.structs.replace(giver, dep="nsubj")
    yield msgspec.structs.replace(over, tag="RP", dep="compound:prt", head=token.i)
    yield msgspec.structs.replace(given, dep="obj")
    for child in parse.children(token.i):
        if child.i < giver.i:
            yield msgspec.structs.replace(child, head=giver.i)
    for child in parse.children(given.i, "nmod"):
        if case_of(parse, child.i) == "to":
            yield msgspec.structs.replace(child, dep="obl", head=token.i)
    if later is not None and later.dep == "root":
        yield msgspec.structs.replace(later, dep="conj", head=token.i)
        subject = parse.tokens[later.i - 1]
        if subject.dep == "conj" and parse.children(subject.i, "cc") and subject.tag.startswith("NN"):
            yield msgspec.structs.replace(subject, dep="nsubj", head=later.i)
            for cc in parse.children(subject.i, "cc", "punct"):
                yield msgspec.structs.replace(cc, head=later.i)


def _noun_before_verb(parse: Parse, token: Token, _ontology: Ontology) -> Iterator[Token]:
    """ "A | court | sentences Ana Ruiz": no verb has a noun before it for its first half; it is who does it."""
    verb = parse.tokens[token.head]
    if (
        verb.tag not in {"VBZ", "VBD"}
        or token.i != verb.i - 1
        or not token.is_noun
        or verb.dep not in {"root", "ccomp"}
    ):
        return
    subjects = parse.children(verb.i, *_SUBJECTS)
    if any(c.i < verb.i for c in subjects) or parse.children(verb.i, "aux", "aux:pass"):
        return
    yield msgspec.structs.replace(token, dep="nsubj")
    if not parse.children(verb.i, "obj"):
        for later in subjects[:1]:
            yield msgspec.structs.replace(later, dep="obj")
    for child in parse.children(verb.i, "det", "amod", "nmod:poss"):
        if child.i < token.i:
            yield msgspec.structs.replace(child, head=token.i)


def _told_before_copula(parse: Parse, token: Token, _ontology: Ontology) -> Iterator[Token]:
    """ "Says the man | killed | was a rebel": what was done to him, before what he is said to be."""
    if token.tag not in {"VBD", "VBN"} or token.i + 1 >= len(parse.tokens):
        return
    following = parse.behind(token.i)
    subjects = parse.children(token.i, *_SUBJECTS)
    predicate = parse.tokens[following.head]
    if following.lemma.lower() != "be" or following.dep not in {"cop", "aux", "aux:pass"} or predicate.i == token.i:
        return
    if len(subjects) != 1 or subjects[0].i != token.i - 1 or parse.children(token.i, "obj", "aux", "aux:pass"):
        return
    if not parse.children(predicate.i, *_SUBJECTS):
        yield msgspec.structs.replace(token, tag="VBN", dep="acl", head=subjects[0].i)
        yield msgspec.structs.replace(subjects[0], dep="nsubj", head=predicate.i)


Rule = Callable[[Parse, Token, Ontology], Iterator[Token]]

RULES: tuple[Rule, ...] = of_table(
    {
        "ccomp": (_told_before_copula,),
        "advcl": (_verb_below_participle, _finite_as_adverbial, _clause_of_main_verb),
        "obj": (_object_of_said, _run_by, _noun_with_object),
        "nsubj:pass": (_active_without_aux, _run_by),
        "nsubj": (_run_by, _hands_over),
        "root": (_verb_behind_people, _hands_over, _frees),
        "amod": (_force_as_adjective, _noun_before_verb),
        "compound": (_exchange, _noun_before_verb),
        "conj": (_joined_verb, _headline_goes_on),
        "nmod:poss": (_given_her,),
        "acl": (_held_captive,),
        "obl": (_run_by, _before_participle),
    }
)
