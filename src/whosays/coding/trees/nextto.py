"""Words right behind another that a tree hangs wrongly, objects above all: "sentenced | ousted president X".

Each rule sees a word by the label that it has and yields the words of the clause as they should hang.
"""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from whosays.coding.trees.labelled import at
from whosays.ontology import Ontology
from whosays.parse import Parse, Token

_replace = msgspec.structs.replace

_FALLEN = frozenset("ousted jailed deposed exiled disgraced detained imprisoned convicted deported dismissed".split())
_TAKING = frozenset("sentence convict arrest detain jail free release pardon try extradite expel charge indict".split())
_BEFORE_WHOM = frozenset({"for", "against", "to", "with", "of", "by"})
_SPANS = frozenset({"minute", "hour", "day", "week", "month", "year"})
_MEN = frozenset(
    "fighter force troop soldier militant gunman militiaman rebel insurgent guerrilla mercenary jihadist "
    "supporter official police officer".split()
)
_OWN = ("obj", "iobj", "ccomp", "xcomp")


@at("advcl")
def _fallen_before_name(parse: Parse, token: Token, _ontology: Ontology) -> Iterator[Token]:
    """ "The court sentenced | ousted | president Ana Ruiz to": what she is, and nothing that the court did."""
    verb = parse.tokens[token.head]
    if token.dep != "advcl" or token.lower not in _FALLEN or token.i != verb.i + 1 or not verb.is_verb:
        return
    whom = parse.children(token.i, "obj")
    if verb.lemma.lower() not in _TAKING or len(whom) != 1 or parse.children(verb.i, *_OWN):
        return
    yield _replace(token, tag="VBN", dep="amod", head=whom[0].i)
    yield _replace(whom[0], head=verb.i)
    for child in parse.children(token.i):
        if child.i != whom[0].i and child.i > whom[0].i:
            yield _replace(child, head=verb.i)


@at("advcl", "acl")
def _fallen_behind_for(parse: Parse, token: Token, _ontology: Ontology) -> Iterator[Token]:
    """ "Issued a warrant for | ousted | leader Ana Ruiz": whom it is for, and nothing that the judge did."""
    marks = [c for c in parse.children(token.i, "mark") if c.i == token.i - 1 and c.lower in _BEFORE_WHOM]
    whom = parse.children(token.i, "obj")
    if token.lower not in _FALLEN or token.tag != "VBN" or not marks or len(whom) != 1:
        return
    opener = min(parse.subtree(whom[0].i))
    if opener != token.i + 1 or parse.children(token.i, "aux", "aux:pass", "nsubj", "nsubj:pass"):
        return
    yield _replace(token, dep="amod", head=whom[0].i)
    yield _replace(whom[0], dep="obl", head=token.head)
    yield _replace(marks[0], dep="case", head=whom[0].i)
    for child in parse.children(token.i):
        if child.i > whom[0].i:
            yield _replace(child, head=token.head)


@at("conj")
def _name_before_its_men(parse: Parse, token: Token, _ontology: Ontology) -> Iterator[Token]:
    """ "Blamed the army and | Hezbollah | fighters for": one party, which the tree cuts in two."""
    men = parse.behind(token.i)
    if men.i == token.i or not token.tag.startswith("NNP") or men.tag != "NNS" or men.dep != "conj":
        return
    if men.head != token.head or parse.children(men.i, "cc", "det", "nummod") or men.lemma.lower() not in _MEN:
        return
    yield _replace(token, dep="compound", head=men.i)
    for child in parse.children(token.i):
        yield _replace(child, head=men.i if child.dep in {"cc", "punct"} else child.head)


@at("nmod:poss")
def _her_before_span(parse: Parse, token: Token, _ontology: Ontology) -> Iterator[Token]:
    """ "Since arresting | her | nine days after she sang": whom, and nobody's days."""
    span = parse.tokens[token.head]
    if token.lower != "her" or token.i == 0 or span.lemma.lower() not in _SPANS or span.tag != "NNS":
        return
    verb = parse.tokens[token.i - 1]
    number = parse.behind(token.i)
    if verb.lemma.lower() in _TAKING and verb.is_verb and number.head == span.i and not parse.children(verb.i, *_OWN):
        yield _replace(token, dep="obj", head=verb.i)


@at("conj")
def _adjective_of_two_words(parse: Parse, token: Token, _ontology: Ontology) -> Iterator[Token]:
    """ "US and | South | Korean forces": the two words are one adjective."""
    if token.dep != "conj" or token.text not in {"North", "South"} or token.i + 2 >= len(parse.tokens):
        return
    behind, noun = parse.behind(token.i), parse.tokens[token.i + 2]
    if behind.tag == "JJ" and behind.text[:1].isupper() and noun.tag in {"NNS", "NN"} and behind.head != token.i:
        yield _replace(token, dep="compound", head=behind.i)
        yield _replace(behind, dep="conj", head=token.head)


@at("acl:relcl")
def _who_were_both(parse: Parse, token: Token, _ontology: Ontology) -> Iterator[Token]:
    """ "Ana Ruiz and | Jan Holub, who were | both dismissed": told of both; "who was" of the second alone."""
    opened = [c for c in parse.children(token.i, "nsubj", "nsubj:pass") if c.lower == "who"]
    beside = {c.lower for c in parse.children(token.i, "aux", "aux:pass", "cop")}
    noun = parse.tokens[token.head]
    if not opened or noun.tag not in {"NN", "NNP"} or parse.tokens[opened[0].i - 1].text != ",":
        return
    if noun.dep == "conj" and beside & {"were", "are", "have"} and opened[0].i > noun.i:
        yield _replace(token, head=noun.head)
    last = [c for c in parse.children(noun.i, "conj") if c.i < opened[0].i][-1:]
    if last and beside & {"was", "is", "has"} and last[0].tag == "NNP" and max(parse.subtree(last[0].i)) < opened[0].i:
        yield _replace(token, head=last[0].i)


@at("nsubj", "nsubj:pass", "obj", "obl", "obl:agent", "nmod", "conj", "root", "appos", "iobj")
def _plural_as_singular(parse: Parse, token: Token, ontology: Ontology) -> Iterator[Token]:
    """ "Orlish | warplanes | bombed it": a plural that the tagger took for a singular of its own, or for a name."""
    word = token.lower
    first = token.tag == "NNP" and token.i == parse.sentences[parse.sentence(token.i)][0] and len(word) > _SHORTEST
    first = first and not any(n.start <= token.i < n.end for n in parse.names)
    if not (token.tag == "NN" or first) or not word.endswith("s") or word.endswith("ss"):
        return
    plain = len(word) > _SHORTEST and token.lemma.lower() == word and ontology.nouns.get(word) is None
    if plain and ontology.nouns.get(word[:-1]) is not None:
        yield _replace(token, tag="NNS", lemma=word[:-1])


_SHORTEST = 4  # letters: "gas", "news"


@at("amod", "compound")
def _anti_before_name(parse: Parse, token: Token, _ontology: Ontology) -> Iterator[Token]:
    """ "An | anti- | Ruiz protest": said of the protest, so that she is called Ruiz and not "anti-Ruiz"."""
    if token.lower not in {"anti", "pro"} or token.head != token.i + 2 or parse.behind(token.i).text != "-":
        return
    name = parse.tokens[token.head]
    noun = parse.tokens[name.head]
    if name.text[:1].isupper() and name.dep in {"compound", "amod"} and noun.is_noun and noun.i == name.i + 1:
        yield _replace(token, dep="amod", head=noun.i)


@at("advmod", "obl", "obj", "dep", "compound:prt")
def _sit_in(parse: Parse, token: Token, _ontology: Ontology) -> Iterator[Token]:
    """ "Broke up a sit- | in | by bakers": the noun of two words, and whose it was."""
    verb = parse.tokens[token.head]
    before = [t.lower for t in parse.tokens[max(token.i - 2, 0) : token.i]]
    if token.lower != "in" or before != ["sit", "-"] or not verb.is_verb:
        return
    if any(c.i != token.i for c in parse.children(verb.i, "obj")):
        return
    yield _replace(token, tag="NN", dep="obj")
    for child in parse.children(verb.i, "obl"):
        if any(c.lower == "by" and c.i == token.i + 1 for c in parse.children(child.i, "case")):
            yield _replace(child, dep="nmod", head=token.i)


@at("ccomp")
def _held_behind_whom(parse: Parse, token: Token, _ontology: Ontology) -> Iterator[Token]:
    """ "Released | nine bakers held | over a brawl": whom, and how they are known; nobody releases that they held."""
    verb = parse.tokens[token.head]
    if verb.lemma.lower() not in _TAKING or token.tag not in {"VBN", "VBD"} or parse.children(verb.i, "obj"):
        return
    whom = parse.children(token.i, "nsubj", "nsubj:pass")
    if len(whom) != 1 or not whom[0].is_noun or parse.children(token.i, "aux", "aux:pass", "mark", "obj"):
        return
    if min(parse.subtree(whom[0].i)) == verb.i + 1 and max(parse.subtree(whom[0].i)) == token.i - 1:
        yield _replace(whom[0], dep="obj", head=verb.i)
        yield _replace(token, tag="VBN", dep="acl", head=whom[0].i)


_SAYING = frozenset({"say", "report", "announce", "state", "confirm"})


@at("obl", "obl:unmarked")
def _day_of_saying(parse: Parse, token: Token, _ontology: Ontology) -> Iterator[Token]:
    """ "The army said | on Monday | it had shelled a mill": that was the day of the word, and not of the deed."""
    verb = parse.tokens[token.head]
    said = parse.tokens[verb.head]
    start = min(parse.subtree(token.i))
    if verb.dep != "ccomp" or said.lemma.lower() not in _SAYING or said.tag not in {"VBD", "VBN"} or start <= said.i:
        return
    days = [t for t in parse.times if t.start <= token.i < t.end and (t.weekday is not None or t.day)]
    before = parse.tokens[start - 1]
    beside = before.i == said.i or (before.head == said.i and before.dep in {"obj", "iobj", "obl"})
    subjects = [c for c in parse.children(verb.i, "nsubj", "nsubj:pass") if c.i < verb.i]
    behind = max(parse.subtree(token.i)) + 1
    if days and beside and len(subjects) == 1 and min(parse.subtree(subjects[0].i)) == behind:
        yield _replace(token, head=said.i)


@at("conj")
def _second_trade(parse: Parse, token: Token, _ontology: Ontology) -> Iterator[Token]:
    """ "Killed Omar Badr, a recruiter | and financier | of the group": what he is, too, and nobody else."""
    joint = parse.tokens[token.i - 1]
    if token.tag != "NN" or joint.lower != "and" or joint.head != token.i or parse.children(token.i, "det", "nummod"):
        return
    first = parse.tokens[joint.i - 1]
    trade = first.tag == "NN" and first.dep == "appos" and first.i > token.head
    if trade and any(c.lower in {"a", "an", "the"} for c in parse.children(first.i, "det")):
        yield _replace(token, head=first.i)


@at("nmod")
def _trade_before_name(parse: Parse, token: Token, _ontology: Ontology) -> Iterator[Token]:
    """ "The killing of Peruvian | dissident | Ana Ruiz": one of whom both words tell, which the tree hangs apart."""
    trade = parse.tokens[token.i - 1] if token.i else token
    beside = trade.dep == "nmod" and trade.head == token.head
    below = trade.dep in {"amod", "compound"} and trade.head == token.i
    if not token.tag.startswith("NNP") or not (beside or below) or trade.tag not in {"JJ", "NN"}:
        return
    if parse.children(token.i, "case") or not parse.children(trade.i, "case"):
        return
    yield _replace(trade, dep="nmod:desc", head=token.i, tag="NN")
    for child in parse.children(trade.i, "case"):
        yield _replace(child, head=token.i)


@at("advcl")
def _packed_before_verb(parse: Parse, token: Token, _ontology: Ontology) -> Iterator[Token]:
    """ "When two trucks | packed with explosives | were detonated": what they were, and then what was done."""
    said = parse.tokens[token.head]
    subjects = parse.children(said.i, "nsubj", "nsubj:pass")
    bare = said.tag in {"VBD", "VBN"} and not parse.children(said.i, "aux", "aux:pass", "obj") and said.i < token.i
    if not bare or len(subjects) != 1 or subjects[0].i != said.i - 1 or not parse.children(token.i, "aux:pass"):
        return
    if parse.children(token.i, "nsubj", "nsubj:pass", "mark", "advmod"):
        return
    if any(t.text in {",", ";"} for t in parse.tokens[said.i : token.i]):
        return
    root = said.head == said.i
    yield _replace(token, dep=said.dep, head=token.i if root else said.head)
    yield _replace(said, dep="acl", head=subjects[0].i, tag="VBN")
    yield _replace(subjects[0], dep="nsubj:pass", head=token.i)
    for child in parse.children(said.i):
        if child.i not in {token.i, subjects[0].i} and (child.i > token.i or child.i < subjects[0].i):
            yield _replace(child, head=token.i)


@at("obl", "obl:agent")
def _by_so_many_votes(parse: Parse, token: Token, _ontology: Ontology) -> Iterator[Token]:
    """ "Ousted him | by 364 to 194 |": how many voted, and nobody who did it."""
    against = [c for c in parse.children(token.i, "nmod") if c.tag == "CD" and parse.case(c.i) == "to"]
    if token.tag == "CD" and against and parse.case(token.i) == "by":
        yield _replace(token, dep="advmod")
        if any(c.i > token.i for c in parse.children(token.head, "obj")):
            yield from _made_active(parse, parse.tokens[token.head])


@at("obl", "obl:agent")
def _tally_before_object(parse: Parse, votes: Token, _ontology: Ontology) -> Iterator[Token]:
    """ "Approved by 400 | votes | to 250 the deployment of troops": so many against, and what was approved."""
    counted = votes.tag == "CD" or (votes.lemma.lower() == "vote" and votes.tag == "NNS")
    to, token = (*parse.tokens[votes.i + 1 : votes.i + 3], votes, votes)[:2]
    if token.tag != "CD" or to.lower != "to" or not counted:
        return
    thing = parse.tokens[token.head]
    thing = _bare_behind(parse, token) if thing.i == votes.i else thing
    verb = parse.tokens[thing.head]
    if thing.i < token.i or not thing.is_noun or verb.i != votes.head or thing.dep not in {"obl", "obj"}:
        return
    if verb.is_verb and parse.children(thing.i, "det"):
        yield _replace(token, head=votes.i, dep="nmod")
        yield _replace(to, head=token.i)
        yield _replace(thing, dep="obj")
        yield from _made_active(parse, verb)


def _bare_behind(parse: Parse, token: Token) -> Token:
    """ "By 300 votes to 200 | a motion |": the noun right behind that no preposition brings; the token for none."""
    article = parse.tokens[min(token.i + 1, len(parse.tokens) - 1)]
    noun = parse.tokens[article.head]
    bare = article.dep == "det" and noun.dep == "obl" and not parse.case(noun.i)
    return noun if bare and noun.head < token.i else token


def _made_active(parse: Parse, verb: Token) -> Iterator[Token]:
    """ "| MPs | rejected by 300 to 200 the motion": those who vote, and not those who are rejected."""
    if verb.tag != "VBN" or parse.children(verb.i, "aux", "aux:pass", "mark") or verb.dep not in _FINITES:
        return
    yield _replace(verb, tag="VBD")
    yield from (_replace(c, dep="nsubj") for c in parse.children(verb.i, "nsubj:pass"))


_FINITES = frozenset({"root", "ccomp", "parataxis"})


@at("nsubj:pass")
def _active_with_object(parse: Parse, token: Token, _ontology: Ontology) -> Iterator[Token]:
    """ "The king | pardoned | nine bakers, the radio said": without "was" and with an object, he did it."""
    verb = parse.tokens[token.head]
    if verb.tag != "VBN" or verb.lemma.lower() in _GIVEN or parse.children(verb.i, "aux", "aux:pass", "mark"):
        return
    objects = [c for c in parse.children(verb.i, "obj") if c.i > verb.i]
    told = token.tag.startswith("NNP") or bool(parse.children(token.i, "det", "nmod:poss"))
    if told and len(objects) == 1 and token.i < verb.i and verb.dep in {"root", "ccomp", "parataxis"}:
        yield _replace(token, dep="nsubj")
        yield _replace(verb, tag="VBD")


_GIVEN = frozenset(
    "give award grant hand deny offer name elect appoint call send ask tell show pay fine charge".split()
)


@at("acl:relcl")
def _which_they_try(parse: Parse, token: Token, _ontology: Ontology) -> Iterator[Token]:
    """ "A team prosecuting | the bombings | which killed six": what they prosecute killed them, and no team."""
    asked = [c for c in parse.children(token.i, "nsubj") if c.lower in {"which", "that"}]
    noun = parse.tokens[asked[0].i - 1] if len(asked) == 1 and asked[0].i else token
    start = min(parse.subtree(noun.i)) if noun.i != token.i else 0
    verb = parse.tokens[start - 1] if start else token
    if noun.head != token.i or noun.dep != "obj" or not verb.is_verb or parse.children(verb.i, "obj"):
        return
    if len(parse.children(token.i, "obj")) > 1:
        yield _replace(noun, head=verb.i)
        yield _replace(token, head=noun.i)


@at("advcl", "acl")
def _until_then_to(parse: Parse, token: Token, _ontology: Ontology) -> Iterator[Token]:
    """ "Gave the families until noon | to leave |": what they are to do by then."""
    start = parse.tokens[token.head]
    verb = start if start.is_verb else parse.tokens[start.head]
    if verb.lemma.lower() != "give" or token.tag != "VB" or verb.i > token.i:
        return
    whom = parse.children(verb.i, "obj", "iobj")
    until = any(t.lower == "until" for t in parse.tokens[verb.i + 2 : token.i])
    if until and len(whom) == 1 and any(m.lower == "to" for m in parse.children(token.i, "mark")):
        yield _replace(token, dep="xcomp", head=verb.i)
        yield _replace(whom[0], dep="iobj")


RULES = (
    _until_then_to,
    _day_of_saying,
    _sit_in,
    _held_behind_whom,
    _anti_before_name,
    _plural_as_singular,
    _who_were_both,
    _adjective_of_two_words,
    _fallen_before_name,
    _fallen_behind_for,
    _her_before_span,
    _name_before_its_men,
    _second_trade,
    _trade_before_name,
    _packed_before_verb,
    _tally_before_object,
    _active_with_object,
    _by_so_many_votes,
    _which_they_try,
)
