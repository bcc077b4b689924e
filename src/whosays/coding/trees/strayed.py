"""Words of a list or a second clause that a tree hangs on a neighbour: who pledges too, whose killing it was.

Each rule sees a word by the label that it has and yields the words of the phrase as they should hang.
"""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from whosays.coding.trees.labelled import at
from whosays.coding.words.goods import is_levy
from whosays.coding.words.mentions import case_of
from whosays.ontology import Ontology
from whosays.parse import Parse, Token

_replace = msgspec.structs.replace
_PARTIES = frozenset({"nsubj", "nsubj:pass", "obj"})
_OF_MANY = frozenset({"are", "were", "have"})
_HELD_AGAINST = frozenset({"accuse", "suspect", "blame", "convict", "acquit"})
_MEASURES = frozenset({"measure", "step", "action", "sanction", "penalty"})
_ACTIONS = frozenset({"raid", "operation", "search", "airstrike", "strike", "attack"})
_STANDS = frozenset({"protest", "defiance", "support", "opposition"})
_DEEDS = frozenset(
    {"pardon", "arrest", "detention", "release", "killing", "murder", "assassination", "expulsion", "dismissal"}
)
_DEEDS_AS_NOUNS = frozenset("target convict strike attack raid arrest jail ban fine sanction release charge".split())
_FINITE = frozenset({"VBZ", "VBD", "VBP"})


@at("conj")
def _titles_of_one(parse: Parse, token: Token, ontology: Ontology) -> Iterator[Token]:
    """ "| Former treasurer | and party leader Ana Ruiz is hurt": two titles without an article, of one."""
    first = parse.tokens[token.head]
    if token.dep != "conj" or token.tag not in {"NN", "NNP"} or first.dep not in _PARTIES or first.i > token.i:
        return
    joints = parse.children(token.i, "cc")
    named = {n.start for n in parse.names if n.label == "person"}
    bears = [c for c in parse.children(token.i, "appos", "flat") if c.i == token.i + 1 and c.i in named]
    own = parse.children(first.i, "det", "nummod", "nmod:poss", "appos", "flat", "nmod:desc")
    if not joints or not bears or own or first.tag not in {"NN", "NNP"} or len(parse.children(first.i, "conj")) > 1:
        return
    if parse.children(token.i, "det", "nummod", "nmod:poss") or any(n.start <= first.i < n.end for n in parse.names):
        return
    verb = parse.tokens[first.head]
    many = verb.tag == "VBP" or any(c.lower in _OF_MANY for c in parse.children(verb.i, "aux", "aux:pass", "cop"))
    if (first.dep != "obj" and many) or not all(
        ontology.nouns.kind_of(t.lemma.lower()) == "person" for t in (first, token)
    ):
        return
    yield _replace(bears[0], dep=first.dep, head=first.head)
    yield _replace(token, dep="dep", head=bears[0].i)
    yield _replace(first, dep="dep", head=bears[0].i)


@at("ccomp", "advcl", "acl", "parataxis")
def _subject_behind_sum(parse: Parse, token: Token, _ontology: Ontology) -> Iterator[Token]:
    """ "Orland pledges $5 and | Veldia | pledges $9": who does the second, and no sum."""
    verb = parse.tokens[token.head]
    if (
        token.tag not in _FINITE
        or not verb.is_verb
        or verb.tag not in _FINITE
        or parse.children(token.i, *_PARTIES - {"obj"})
    ):
        return
    for given in parse.children(verb.i, "obj"):
        for party in parse.children(given.i, "conj"):
            joint = parse.children(party.i, "cc")
            last = max(parse.subtree(party.i))
            if joint and party.tag.startswith("NNP") and verb.i < party.i <= last == token.i - 1:
                yield _replace(party, dep="nsubj", head=token.i)
                yield _replace(token, dep="conj", head=verb.i)
                yield _replace(joint[0], head=token.i)
                return


@at("nsubj", "nsubj:pass")
def _speaker_behind_deeds(parse: Parse, token: Token, _ontology: Ontology) -> Iterator[Token]:
    """ "A blast killed six and wounded nine, | mayor Ana Ruiz | said": who says so, and not who wounded them."""
    verb, speaks = parse.tokens[token.head], parse.tokens[max(parse.subtree(token.i)) + 1 :][:1]
    first = min(parse.subtree(token.i))
    if not verb.is_verb or token.i < verb.i or not speaks or speaks[0].tag not in _FINITE or not speaks[0].is_verb:
        return
    if speaks[0].i == verb.i or not _APART & {t.text for t in parse.tokens[first - 1 : first + 1]}:
        return
    above = {a.i for a in parse.ancestors(token.i)}
    if speaks[0].i in above and not parse.children(speaks[0].i, "nsubj", "nsubj:pass"):
        yield _replace(token, dep="nsubj", head=speaks[0].i)


_APART = frozenset({",", "”", '"'})


@at("acl")
def _charged_together(parse: Parse, token: Token, _ontology: Ontology) -> Iterator[Token]:
    """ "Accuses the guards and | the cooks | of killing a hen": both of them."""
    later = parse.tokens[token.head]
    if token.tag != "VBG" or later.dep != "conj" or not any(c.lower == "of" for c in parse.children(token.i, "mark")):
        return
    first = parse.tokens[later.head]
    if first.dep == "obj" and parse.tokens[first.head].lemma.lower() in _HELD_AGAINST:
        yield _replace(token, head=first.i)


@at("conj")
def _gerund_beside_gerund(parse: Parse, token: Token, _ontology: Ontology) -> Iterator[Token]:
    """ "Accused the gang of robbing bakers and | killing | them": the gang did both, and nobody who accuses."""
    verb = parse.tokens[token.head]
    if token.tag != "VBG" or verb.tag not in _FINITE or not parse.children(token.i, "cc"):
        return
    if parse.children(token.i, "aux", "nsubj") or parse.children(verb.i, "aux"):
        return
    charges = [
        c
        for o in (verb, *parse.children(verb.i, "obj"))
        for c in parse.children(o.i, "acl", "advcl", "obl")
        if c.tag == "VBG" and verb.i < c.i < token.i and any(m.lower == "of" for m in parse.children(c.i, "mark"))
    ]
    if len(charges) == 1:
        yield _replace(token, head=charges[0].i)


@at("conj")
def _others_hurt(parse: Parse, token: Token, _ontology: Ontology) -> Iterator[Token]:
    """ "Nine are killed and | 40 others |, including children, are hurt": the subject of the second verb."""
    verb = parse.tokens[token.head]
    if token.tag not in {"NNS", "CD", "NN"} or not verb.is_verb or not parse.children(token.i, "cc"):
        return
    last = max(parse.subtree(token.i))
    for other in parse.children(verb.i, "conj"):
        helpers = parse.children(other.i, "aux:pass", "aux")
        if other.tag != "VBN" or not helpers or parse.children(other.i, "nsubj:pass", "nsubj", "cc"):
            continue
        if last + 1 == min(h.i for h in helpers):
            yield _replace(token, dep="nsubj:pass", head=other.i)
            for joint in parse.children(token.i, "cc"):
                yield _replace(joint, head=other.i)


@at("root")
def _verb_as_plural(parse: Parse, token: Token, _ontology: Ontology) -> Iterator[Token]:
    """ "Orlian artillery | targets | Kest", "The court | jails | Ana Ruiz": a verb, taken for a noun in the plural."""
    if token.tag != "NNS" or parse.children(token.i, "cop", "case", "aux"):
        return
    doers = [c for c in parse.children(token.i, "nsubj") if c.i < token.i]
    doers = doers or [c for c in parse.children(token.i, "compound") if c.i == token.i - 1 and c.tag in {"NN", "NNS"}]
    whom = [c for c in parse.children(token.i, "obj", "appos") if min(parse.subtree(c.i)) == token.i + 1]
    named = [c for c in whom if c.dep == "obj" or any(n.start == c.i for n in parse.names)]
    if len(doers) != 1 or not named or token.lemma.lower() not in _DEEDS_AS_NOUNS:
        return
    yield _replace(token, tag="VBZ")
    yield _replace(doers[0], dep="nsubj")
    yield _replace(named[0], dep="obj")
    if doers[0].dep == "compound":
        for child in parse.children(token.i, "amod", "det", "nmod:poss", "nummod"):
            yield _replace(child, head=doers[0].i)


@at("conj")
def _one_of_topics(parse: Parse, token: Token, _ontology: Ontology) -> Iterator[Token]:
    """ "Speak about the war, the tolls and | lifting | the ban": one more of what they speak about."""
    verb = parse.tokens[token.head]
    joint = parse.children(token.i, "cc")
    if token.tag != "VBG" or verb.tag not in _FINITE or not joint or parse.children(token.i, "aux", "nsubj"):
        return
    topics = [
        c
        for o in (verb, *parse.children(verb.i, "obl", "obj"))
        for c in parse.children(o.i, "obl", "nmod")
        if verb.i < c.i < token.i and case_of(parse, c.i) in {"about", "regarding", "concerning"}
    ]
    if len(topics) == 1 and parse.children(topics[0].i, "conj", "appos"):
        yield _replace(token, head=topics[0].i)


@at("ccomp", "advcl")
def _verb_of_protests(parse: Parse, token: Token, _ontology: Ontology) -> Iterator[Token]:
    """ "Protests accusing the mayor of fraud | erupt |": what the protests do, and nothing that they accuse him of."""
    above = parse.tokens[token.head]
    noun = parse.tokens[above.head]
    if token.tag not in {"VBP", "VBD", "VBZ"} or above.tag != "VBG" or above.dep != "acl" or noun.dep != "root":
        return
    if noun.tag not in {"NNS", "NN"} or noun.i > above.i or parse.children(token.i, "nsubj", "mark", "nsubj:pass"):
        return
    yield _replace(token, dep="root", head=token.i)
    yield _replace(noun, dep="nsubj", head=token.i)


@at("acl")
def _action_that_targets(parse: Parse, token: Token, _ontology: Ontology) -> Iterator[Token]:
    """ "Raids in six towns | targeting nine bakers |": what the raids did, and not the towns."""
    place = parse.tokens[token.head]
    if (
        token.lower != "targeting"
        or place.dep not in {"nmod", "obl"}
        or case_of(parse, place.i) not in {"in", "across"}
    ):
        return
    above = parse.tokens[place.head]
    actions = [above, *parse.children(above.i, "obj")]
    told = [a for a in actions if a.lemma.lower() in _ACTIONS and not a.is_verb and a.i < place.i]
    if told:
        yield _replace(token, head=told[0].i)


@at("acl")
def _one_of_measures(parse: Parse, token: Token, _ontology: Ontology) -> Iterator[Token]:
    """ "Announces measures including | closing | the pass and expelling": done by whoever announces them."""
    noun = parse.tokens[token.head]
    verb = parse.tokens[noun.head]
    marked = any(c.lower == "including" for c in parse.children(token.i, "mark", "case"))
    if token.tag == "VBG" and marked and noun.dep == "obj" and noun.lemma.lower() in _MEASURES and verb.is_verb:
        yield _replace(token, dep="advcl", head=verb.i)


@at("conj")
def _word_before_kind(parse: Parse, token: Token, _ontology: Ontology) -> Iterator[Token]:
    """ "Unions, watchdog | groups | and clubs": one of a list, whose first word is taken for another of it."""
    before = parse.tokens[token.i - 1] if token.i else token
    if (
        token.tag not in {"NN", "NNS"}
        or before.dep != "conj"
        or before.tag != "NN"
        or before.head not in {token.head, parse.tokens[token.head].i}
    ):
        return
    if before.i in {n.end - 1 for n in parse.names} or parse.children(token.i, "cc", "punct", "det", "nummod"):
        return
    if parse.children(before.i, "conj", "nmod", "acl"):
        return
    yield _replace(before, dep="compound", head=token.i)
    for child in parse.children(before.i, "cc", "punct", "det", "amod", "compound", "nummod"):
        yield _replace(child, head=token.i)


@at("conj")
def _title_before_bearer(parse: Parse, token: Token, _ontology: Ontology) -> Iterator[Token]:
    """ "Former premier and | party leader | Ana Ruiz": a second title, for nothing is joined to a name behind it."""
    bearer = parse.tokens[token.head]
    named = any(n.label == "person" and n.start == bearer.i for n in parse.names)
    if token.i != bearer.i - 1 or token.tag not in {"NN", "NNP"} or not named:
        return
    if any(c.i < token.i for c in parse.children(bearer.i, "nmod:desc")):
        yield _replace(token, dep="dep")


@at("flat")
def _name_behind_second_title(parse: Parse, token: Token, _ontology: Ontology) -> Iterator[Token]:
    """ "Ana Ruiz and Secretary of Trade | Bo Holm |": the name of whoever bears the title, and no more of hers."""
    name = next((n for n in parse.names if n.label == "person" and n.start == token.i), None)
    if name is None or name.start <= token.head < name.end:
        return
    for title in parse.children(token.head, "conj"):
        inner = [i for i in parse.subtree(title.i) if i < token.i]
        if title.tag in {"NN", "NNP"} and title.i > token.head and inner and max(inner) == token.i - 1:
            yield _replace(token, head=title.i)
            return


@at("nsubj", "nsubj:pass")
def _body_before_its_head(parse: Parse, token: Token, _ontology: Ontology) -> Iterator[Token]:
    """ "| The Court of Bakers | President Ana Ruiz resigns": the body that she heads, and no second subject."""
    if not any(n.label == "organisation" and n.start <= token.i < n.end for n in parse.names):
        return
    end = max(parse.subtree(token.i)) + 1
    for other in parse.children(token.head, "nsubj", "nsubj:pass"):
        titles = parse.children(other.i, "nmod:desc")
        if other.i > token.i and titles and min(parse.subtree(other.i)) == end == titles[0].i:
            yield _replace(token, dep="compound", head=titles[0].i)


@at("obl")
def _of_the_protest(parse: Parse, token: Token, _ontology: Ontology) -> Iterator[Token]:
    """ "March in protest | of the mayor's plans |": what the protest is about."""
    if case_of(parse, token.i) != "of":
        return
    before = parse.tokens[min(parse.subtree(token.i)) - 1]
    if before.lemma.lower() in _STANDS and before.head == token.head and case_of(parse, before.i) == "in":
        yield _replace(token, dep="nmod", head=before.i)


@at("conj")
def _second_of_those(parse: Parse, token: Token, _ontology: Ontology) -> Iterator[Token]:
    """ "A baker held in May and a cook | held | in June are freed": both are, for no clause joins a later one."""
    verb = parse.tokens[token.head]
    subjects = parse.children(token.i, "nsubj:pass", "nsubj")
    firsts = [c for c in parse.children(verb.i, "nsubj:pass", "nsubj") if c.i < token.i]
    if token.tag != "VBN" or token.i > verb.i or len(subjects) != 1 or len(firsts) != 1:
        return
    joints = parse.children(token.i, "cc")
    if parse.children(token.i, "aux", "aux:pass") or not joints or joints[0].i > subjects[0].i:
        return
    yield _replace(subjects[0], head=verb.i)
    yield _replace(token, dep="acl", head=subjects[0].i)
    yield _replace(joints[0], head=subjects[0].i)


@at("appos")
def _next_of_levies(parse: Parse, token: Token, _ontology: Ontology) -> Iterator[Token]:
    """ "A tariff on imports into Orland, | a tariff | on tea, and a tariff on": one more of a list of them."""
    if not is_levy(parse, token.i):
        return
    first = next((a for a in parse.ancestors(token.i) if a.is_noun and a.lemma == token.lemma), None)
    if first is not None and first.i != token.head and parse.children(first.i, "conj"):
        yield _replace(token, dep="conj", head=first.i)


@at("appos")
def _next_of_those(parse: Parse, token: Token, _ontology: Ontology) -> Iterator[Token]:
    """ "Pardons for his sons, | Ana Ruiz |, and": one more of those whom they are for."""
    deed = parse.tokens[token.head]
    named = any(n.label == "person" and n.start == token.i for n in parse.names)
    start = min(i for i in parse.subtree(token.i) if parse.tokens[i].dep != "punct")
    if not named or deed.lemma.lower() not in _DEEDS or parse.tokens[start - 1].text != ",":
        return
    for first in parse.children(deed.i, "nmod"):
        if case_of(parse, first.i) in {"for", "of"} and max(parse.subtree(first.i)) in {start - 2, start - 1}:
            yield _replace(token, dep="conj", head=first.i)


RULES = (
    _title_before_bearer,
    _name_behind_second_title,
    _body_before_its_head,
    _of_the_protest,
    _second_of_those,
    _next_of_levies,
    _next_of_those,
    _titles_of_one,
    _subject_behind_sum,
    _speaker_behind_deeds,
    _charged_together,
    _gerund_beside_gerund,
    _others_hurt,
    _verb_as_plural,
    _one_of_topics,
    _verb_of_protests,
    _action_that_targets,
    _one_of_measures,
    _word_before_kind,
)
