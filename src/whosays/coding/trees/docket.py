"""Clauses in which reports tell of arrests, sentences and measures, hung on the wrong word: set right in the tree."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from whosays.coding.trees.labelled import at, tagged
from whosays.coding.words.control import OF_OBJECT
from whosays.coding.words.mentions import case_of
from whosays.ontology import Ontology
from whosays.parse import Parse, Token

_SUBJECTS = ("nsubj", "nsubj:pass")
_replace = msgspec.structs.replace

_HELD = frozenset(
    "arrest detain sentence jail imprison convict indict charge deport extradite kidnap abduct capture".split()
)
_HAVING = frozenset("keep have get want order find see hear watch leave".split())


@tagged("VBN", "VBD")
def _held_behind_name(parse: Parse, token: Token, _ontology: Ontology) -> Iterator[Token]:
    """ "The release of Ana Ruiz, | detained in May": of whom the participle right behind a name is told."""
    if token.lemma.lower() not in _HELD or token.tag not in {"VBN", "VBD"} or token.i < 2:
        return
    if parse.tokens[token.i - 1].text != "," or _has_clause_of_its_own(parse, token):
        return
    name = next((n for n in parse.names if n.label == "person" and n.end == token.i - 1), None)
    if name is None:
        return
    head = parse.root_of(name.start, name.end)
    if token.head != head or token.dep != "acl":
        yield _replace(token, tag="VBN", dep="acl", head=head)
        for mark in parse.children(token.i, "mark"):  # "say | that | Ana Ruiz, arrested in May, has died"
            yield _replace(mark, head=parse.tokens[head].head)


@at("advcl")
def _held_behind_object(parse: Parse, token: Token, _ontology: Ontology) -> Iterator[Token]:
    """ "Freed 40 people | detained after the riots": the participle right behind the object describes it."""
    noun, verb = parse.tokens[token.i - 1] if token.i else token, parse.tokens[token.head]
    if token.lemma.lower() not in _HELD or token.tag != "VBN" or token.dep != "advcl":
        return
    beside = noun.dep == "obj" and noun.head == verb.i and noun.is_noun and verb.lemma.lower() not in _HAVING
    if beside and not _has_clause_of_its_own(parse, token):
        yield _replace(token, dep="acl", head=noun.i)


def _has_clause_of_its_own(parse: Parse, token: Token) -> bool:
    marked = any(c.lower != "that" for c in parse.children(token.i, "mark"))
    return marked or bool(parse.children(token.i, "obj", "aux", "aux:pass", "cc", *_SUBJECTS))


@at("conj")
def _verb_of_main(parse: Parse, token: Token, _ontology: Ontology) -> Iterator[Token]:
    """ "Police arrest nine men suspected of theft and | seize | two rifles": goes on from the verb of the sentence."""
    above = parse.tokens[token.head]
    if token.dep != "conj" or token.tag not in {"VBZ", "VBP", "VB"} or parse.tokens[token.i - 1].dep != "cc":
        return
    if parse.children(token.i, *_SUBJECTS, "aux", "mark") or not parse.children(token.i, "obj"):
        return
    cut = token.tag in {"VB", "VBP"} and token.lower == f"{token.lemma.lower().removesuffix('s')}s"  # kept its -s
    present = cut or token.tag == "VBZ"
    aim = above.tag == "VB" and present and any(m.lower == "to" for m in parse.children(above.i, "mark"))
    aim = aim or (above.tag == "VBD" and present)  # "after he lost, and | imposes | a fine"
    finite = above.tag in {"VBZ", "VBP", "VBD", "VB", "MD"} or (above.tag == "VBN" and parse.children(above.i, "aux"))
    if finite and not aim:  # "sets up a panel to look into it and | orders | the release"
        return
    tags = {"VBZ"} if cut else {"VBP"} if token.tag == "VB" else {token.tag}
    main = next((a for a in parse.ancestors(above.i) if a.tag in tags), None)
    if main is None or main.i > above.i or not any(c.i < main.i for c in parse.children(main.i, *_SUBJECTS)):
        return
    if not parse.children(above.i, "cop") and parse.sentence(main.i) == parse.sentence(token.i):
        lemma = token.lower.removesuffix("s") if cut and token.lemma.lower() == token.lower else token.lemma
        yield _replace(token, head=main.i, tag=main.tag, lemma=lemma)


@at("nsubj")
def _object_before_participle(parse: Parse, token: Token, ontology: Ontology) -> Iterator[Token]:
    """ "Arrests | 48 men | allegedly taking part in it": whom the first verb takes, and what is told of them."""
    later = parse.tokens[token.head]
    verb = parse.tokens[later.head]
    if token.dep != "nsubj" or later.tag != "VBG" or later.dep != "ccomp" or verb.lemma.lower() not in _HELD:
        return
    if parse.children(later.i, "aux", "mark") or parse.children(verb.i, "obj", "nsubj:pass", "aux:pass"):
        return
    if verb.is_verb and min(parse.subtree(token.i)) == verb.i + 1 and ontology.triggers(verb.lemma.lower(), "verb"):
        yield _replace(token, dep="obj", head=verb.i)
        yield _replace(later, dep="acl", head=token.i)


@at("advcl")
def _while_of_main(parse: Parse, token: Token, _ontology: Ontology) -> Iterator[Token]:
    """ "Found a cave used to store food, | while capturing nine men": whoever found it captured them."""
    above = parse.tokens[token.head]
    marks = [c for c in parse.children(token.i, "mark") if c.lower == "while"]
    if token.dep != "advcl" or token.tag != "VBG" or not marks or parse.tokens[marks[0].i - 1].text != ",":
        return
    if above.tag not in {"VB", "VBN", "VBG"} or above.dep not in {"advcl", "acl"}:
        return
    main = next((a for a in parse.ancestors(above.i) if a.dep == "root" and a.is_verb), None)
    if main is not None and main.i < above.i and parse.children(main.i, *_SUBJECTS):
        yield _replace(token, head=main.i)


@at("acl")
def _in_exchange(parse: Parse, token: Token, _ontology: Ontology) -> Iterator[Token]:
    """ "In exchange for | Hamas | returning two bodies": who does what is given in return."""
    noun = parse.tokens[token.head]
    if token.dep != "acl" or token.tag != "VBG" or noun.lemma.lower() not in {"exchange", "return"}:
        return
    doer = next((c for c in parse.children(noun.i, "nmod") if case_of(parse, c.i) == "for"), None)
    if doer is not None and max(parse.subtree(doer.i)) == token.i - 1 and not parse.children(token.i, *_SUBJECTS):
        yield _replace(doer, dep="nsubj", head=token.i)
        for mark in parse.children(doer.i, "case"):
            yield _replace(mark, dep="mark", head=token.i)


@at("acl")
def _participle_before_name(parse: Parse, token: Token, _ontology: Ontology) -> Iterator[Token]:
    """ "A case against | impeached | president Ana Ruiz": a word of hers, taken for a clause of its own."""
    if token.tag != "VBN" or token.dep != "acl" or parse.children(token.i, "obj", "obl", "advcl", *_SUBJECTS):
        return
    marks = [c for c in parse.children(token.i, "mark") if c.i == token.i - 1 and c.tag == "IN"]
    noun = next((c for c in parse.children(token.head, "nmod") if min(parse.subtree(c.i)) == token.i + 1), None)
    if marks and noun is not None and not parse.children(noun.i, "case"):
        yield _replace(token, dep="amod", head=noun.i)
        yield _replace(marks[0], dep="case", head=noun.i)


_COINS = frozenset("dollar euro pound yen rupee ruble rouble peso franc shilling dinar krona".split())


@at("compound", "obj")
def _amount_fined(parse: Parse, token: Token, _ontology: Ontology) -> Iterator[Token]:
    """ "Fines Veldia | €34 million |", "fines a mill | 9 million euros |": how much, and not whom."""
    money = token.tag == "$" or any(s in token.text for s in "$€£¥") or token.lemma.lower() in _COINS
    if token.dep not in {"obj", "compound"} or not money:
        return
    verb = next((a for a in parse.ancestors(token.i) if a.is_verb), None)
    if verb is None or verb.lemma.lower() != "fine":
        return
    whom = [c for c in parse.children(verb.i, "obj", "iobj", "compound") if verb.i < c.i < token.i and c.is_noun]
    if token.dep == "compound" and token.i > token.head and parse.tokens[token.head].dep == "obj":
        yield _replace(token, dep="obl:unmarked", head=verb.i)
    elif token.dep == "obj" and whom:
        yield _replace(token, dep="obl:unmarked")
        yield _replace(whom[0], dep="obj")
        for other in parse.children(token.i, "conj"):  # "Veldia €9 million, | Orland | €4 million, and | Kest |"
            named = (other, *parse.children(other.i, "nsubj", "compound"))
            yield from (_replace(n, dep="conj", head=whom[0].i) for n in named if n.tag.startswith("NNP"))


@at("compound", "nsubj")
def _town_of_court(parse: Parse, token: Token, _ontology: Ontology) -> Iterator[Token]:
    """ "A court in | Veldia | indicts two men": where the court is, and no second subject of the verb."""
    verb = parse.tokens[token.head]
    if token.dep not in {"nsubj", "compound"} or not token.tag.startswith("NNP") or token.i > verb.i:
        return
    first = min(parse.subtree(token.i))
    cases = [c for c in parse.children(verb.i, "case") if c.i == first - 1 and c.lower in {"in", "of", "at"}]
    bodies = [c for c in parse.children(verb.i, *_SUBJECTS) if max(parse.subtree(c.i)) == first - 2]
    if cases and bodies:
        yield _replace(token, dep="nmod", head=bodies[0].i)
        yield _replace(cases[0], head=token.i)


@at("conj")
def _passive_of_relative(parse: Parse, token: Token, _ontology: Ontology) -> Iterator[Token]:
    """ "Orders the arrest of Ana Ruiz, who is ill and | is being tried |": of her, and not of whoever orders it."""
    if token.dep != "conj" or token.tag != "VBN":
        return
    helping = {c.lower for c in parse.children(token.i, "aux", "aux:pass")} & {"is", "are", "was", "were"}
    joints = [c for c in parse.children(token.i, "cc") if c.i < token.i]
    if not helping or not joints or parse.children(token.i, *_SUBJECTS):
        return
    for clause in parse.ancestors(joints[0].i - 1):
        if clause.dep == "acl:relcl" and clause.i > token.head and clause.head > token.head:
            copulas = {c.lower for c in parse.children(clause.i, "cop", "aux", "aux:pass")}
            if copulas & helping and max(parse.subtree(clause.i)) == joints[0].i - 1:
                yield _replace(token, dep="acl:relcl", head=clause.head)
            return


@at("acl")
def _charge_behind_including(parse: Parse, token: Token, _ontology: Ontology) -> Iterator[Token]:
    """ "Arrest five men, including two Veldians, | of planning it": what they are all held for."""
    listed = parse.tokens[token.head]
    if token.dep != "acl" or token.tag != "VBG" or not any(m.lower == "of" for m in parse.children(token.i, "mark")):
        return
    first = parse.tokens[listed.head] if listed.dep == "conj" else listed
    whole = parse.tokens[first.head]
    verb = parse.tokens[whole.head]
    if case_of(parse, first.i) == "including" and whole.dep == "obj" and verb.lemma.lower() in OF_OBJECT:
        yield _replace(token, dep="advcl", head=verb.i)


_CALLING = frozenset({"summon", "recall", "convene", "gather"})
_INQUIRING = frozenset({"investigate", "probe", "examine"})
_PANELS = frozenset("commission committee panel tribunal inquiry team force body".split())


@at("acl")
def _why_called(parse: Parse, token: Token, _ontology: Ontology) -> Iterator[Token]:
    """ "Summons the envoy | to demand the release of Ana Ruiz": why it does so, and not what the envoy is for."""
    noun = parse.tokens[token.head]
    verb = parse.tokens[noun.head]
    aim = token.tag == "VB" and token.dep == "acl" and any(m.lower == "to" for m in parse.children(token.i, "mark"))
    if aim and noun.dep == "obj" and verb.lemma.lower() in _CALLING and token.lemma.lower() in {"demand", "protest"}:
        yield _replace(token, dep="advcl", head=verb.i)


@at("advcl")
def _panel_to_inquire(parse: Parse, token: Token, _ontology: Ontology) -> Iterator[Token]:
    """ "Names a judge chair of the Road Commission | to look into fraud": the commission does."""
    marks = [m for m in parse.children(token.i, "mark") if m.lower == "to"]
    if token.tag != "VB" or token.dep != "advcl" or not marks or token.lemma.lower() not in _INQUIRING:
        return
    for noun in reversed(parse.tokens[token.head + 1 : marks[0].i]):
        if noun.lower in _PANELS and noun.is_noun and max(parse.subtree(noun.i)) == marks[0].i - 1:
            yield _replace(token, dep="acl", head=noun.i)
            return


@tagged("VBP", "VB")
def _present_in_s(parse: Parse, token: Token, ontology: Ontology) -> Iterator[Token]:
    """ "Veldia | revokes | nine visas": a form in -s taken for a plural or an infinitive has kept its -s."""
    word = token.lower
    if token.tag not in {"VBP", "VB"} or not word.endswith("s") or token.lemma.lower() != word:
        return
    if any(c.tag == "NNS" for c in parse.children(token.i, *_SUBJECTS)):
        return
    stems = (word.removesuffix("s"), word.removesuffix("es"))
    lemma = next((s for s in stems if s != word and ontology.triggers(s, "verb")), None)
    if lemma is not None:
        yield _replace(token, tag="VBZ", lemma=lemma)


@at("conj")
def _second_verb_as_noun(parse: Parse, token: Token, ontology: Ontology) -> Iterator[Token]:
    """ "Acquits six men and | convicts | three others": a second verb taken for a third man."""
    noun, following = parse.tokens[token.head], parse.tokens[min(token.i + 1, len(parse.tokens) - 1)]
    verb = parse.tokens[noun.head] if noun.dep == "obj" else noun
    if token.tag != "NNS" or token.dep != "conj" or verb.tag != "VBZ":
        return
    lemma = token.lower.removesuffix("s")
    joined = bool(parse.children(token.i, "cc")) and not parse.children(token.i, "det", "amod", "nummod", "nmod:poss")
    if following.tag not in {"CD", "DT"} or not joined or not ontology.triggers(lemma, "verb"):
        return
    told = parse.tokens[following.head] if following.dep in {"nummod", "det"} else following
    if told.dep in {"conj", "appos", "obj"} and told.head in {noun.i, token.i, verb.i} and told.i > token.i:
        yield _replace(token, tag="VBZ", lemma=lemma, dep="conj", head=verb.i)
        yield _replace(told, dep="obj", head=token.i)


@at("root")
def _votes_to(parse: Parse, token: Token, _ontology: Ontology) -> Iterator[Token]:
    """ "Parliament | votes | to remove the premier": the verb, taken for a noun that parliament begins."""
    if token.lower != "votes" or token.tag != "NNS" or token.dep != "root":
        return
    aims = [c for c in parse.children(token.i, "acl") if c.tag == "VB" and c.i == token.i + 2]
    bodies = [c for c in parse.children(token.i, "compound") if c.i == token.i - 1]
    if not aims or not bodies:
        return
    yield _replace(token, tag="VBZ", lemma="vote")
    yield _replace(aims[0], dep="advcl")
    yield _replace(bodies[0], dep="nsubj")
    for child in parse.children(token.i, "det", "amod", "nmod:poss", "compound"):
        if child.i < bodies[0].i:
            yield _replace(child, head=bodies[0].i)


@at("ccomp")
def _held_before_verb(parse: Parse, token: Token, _ontology: Ontology) -> Iterator[Token]:
    """ "Say that Ana Ruiz, | arrested in May, | has died": a participle of the name, and no verb of the clause."""
    if token.lemma.lower() not in _HELD or token.tag not in {"VBN", "VBD"} or token.dep != "ccomp":
        return
    names = [c for c in parse.children(token.i, "nsubj") if c.tag.startswith("NNP") and c.i < token.i]
    if len(names) != 1 or parse.tokens[token.i - 1].text != "," or parse.children(token.i, "aux", "obj", "cc"):
        return
    later = [c for c in parse.children(token.head, "ccomp", "conj", "parataxis") if c.i > token.i and c.is_verb]
    finite = [v for v in later if parse.children(v.i, "aux", "aux:pass") or v.tag in {"VBZ", "VBD"}]
    if not finite or parse.children(finite[0].i, *_SUBJECTS) or parse.tokens[max(parse.subtree(token.i))].text != ",":
        return
    yield _replace(token, tag="VBN", dep="acl", head=names[0].i)
    yield _replace(finite[0], dep="ccomp")
    passive = bool(parse.children(finite[0].i, "aux:pass"))
    yield _replace(names[0], dep="nsubj:pass" if passive else "nsubj", head=finite[0].i)
    for mark in parse.children(token.i, "mark"):
        yield _replace(mark, head=finite[0].i)


_JUDGING = frozenset({"sentences", "charges", "jails", "fines", "arrests"})


@at("root")
def _verb_as_root(parse: Parse, token: Token, ontology: Ontology) -> Iterator[Token]:
    """ "Judge Ana Ruiz | sentences | mayor Omar Badr to nine years": a verb, taken for a noun that her name begins."""
    if token.lower not in _JUDGING or token.tag != "NNS" or token.dep != "root":
        return
    doers = [c for c in parse.children(token.i, "compound") if c.is_noun and max(parse.subtree(c.i)) == token.i - 1]
    whom = [c for c in parse.children(token.i, "appos", "nmod", "obj") if min(parse.subtree(c.i)) == token.i + 1]
    lemma = next((w for w in (token.lower[:-1], token.lower[:-2]) if ontology.triggers(w, "verb")), None)
    if not doers or not whom or parse.children(whom[0].i, "case") or lemma is None:
        return
    yield _replace(token, tag="VBZ", lemma=lemma)
    yield _replace(doers[0], dep="nsubj")
    yield _replace(whom[0], dep="obj")
    for child in parse.children(token.i):
        if child.i < doers[0].i:
            yield _replace(child, head=doers[0].i)
        elif child.i > whom[0].i and parse.children(child.i, "case") and child.dep in {"conj", "nmod"}:
            yield _replace(child, dep="obl")


@at("xcomp")
def _held_as_complement(parse: Parse, token: Token, _ontology: Ontology) -> Iterator[Token]:
    """ "Has freed 99 people | detained after the riots": describes the object right before it."""
    noun, verb = parse.tokens[token.i - 1] if token.i else token, parse.tokens[token.head]
    if token.dep != "xcomp" or token.tag != "VBN" or token.lemma.lower() not in _HELD:
        return
    beside = noun.dep == "obj" and noun.head == verb.i and noun.is_noun and verb.lemma.lower() not in _HAVING
    if beside and not _has_clause_of_its_own(parse, token):
        yield _replace(token, dep="acl", head=noun.i)


@at("compound")
def _noun_before_noun(parse: Parse, token: Token, _ontology: Ontology) -> Iterator[Token]:
    """ "Ban the protest | network | Bakers Action": the second noun is whom it falls on."""
    first = parse.tokens[token.head]
    if token.dep != "compound" or token.i != first.i + 1 or token.tag != "NN" or first.tag not in {"NN", "NNP"}:
        return
    if first.dep not in {"obj", "nsubj", "nsubj:pass", "obl", "nmod"}:
        return
    yield _replace(token, dep=first.dep, head=first.head)
    yield _replace(first, dep="compound", head=token.i)
    for child in parse.children(first.i):
        if child.i != token.i and child.dep != "compound":
            yield _replace(child, head=token.i)


RULES = (
    _noun_before_noun,
    _verb_as_root,
    _held_before_verb,
    _held_as_complement,
    _votes_to,
    _second_verb_as_noun,
    _why_called,
    _panel_to_inquire,
    _passive_of_relative,
    _charge_behind_including,
    _town_of_court,
    _held_behind_name,
    _held_behind_object,
    _verb_of_main,
    _object_before_participle,
    _while_of_main,
    _in_exchange,
    _participle_before_name,
    _amount_fined,
    _present_in_s,  # behind what also moves the verb
)
