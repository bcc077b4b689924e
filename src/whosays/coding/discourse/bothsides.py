"""Who "the two countries", "both sides" and "they" are: the pair that the report has just told of.

Only where the pair before is plain: exactly so many named parties of the deed told last, or a pair of names joined by
"and". Where it is not, the words stay as they are.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from whosays.coding.events import EventDraft
from whosays.coding.words.mentions import Book, case_of, conjuncts
from whosays.coding.words.triggers import labels_of
from whosays.ontology.nouns import Nouns
from whosays.parse import NameLabel, Parse, Token
from whosays.records import Role

_REACH = 2  # sentences: further back another pair may have been told of
_TWO = 2
_NUMBERS = {"two": 2, "both": 2, "three": 3, "four": 4}
_STATES = frozenset("country nation state government neighbour neighbor capital republic power".split())
_PEOPLE = frozenset(
    "leader president minister premier man politician statesman official diplomat chancellor envoy chief woman".split()
)
_ANY = frozenset(
    "side party ally army group faction foe rival delegation team force adversary enemy partner body".split()
)
_SUBJECTS = frozenset({"nsubj", "nsubj:pass"})
_SIDES = frozenset({"side", "party", "country", "nation"})  # without a number: the two of whom the text has just told
_TOGETHER = frozenset({"CONSULT", "AGREE", "SUPPORT", "COOPERATE"})
_OF_CAPTIVES = frozenset({"release", "arrest", "deport", "convict"})
_TAKING_PART = frozenset({"actor", "recipient", "target"})

Labels = dict[int, NameLabel]
Knowledge = tuple[Labels, Nouns]


def with_both(parse: Parse, drafts: Sequence[EventDraft], book: Book, nouns: Nouns) -> tuple[EventDraft, ...]:
    """The events in which words for a pair have given way to the two whom they mean."""
    labels = labels_of(parse)
    found = list(drafts)
    for at, draft in enumerate(found):
        for role in draft.event.roles:
            number = _number(parse, role, draft, book)
            if number is None and _is_their_lands(parse, role, draft, book, labels):
                found[at] = _without(found[at], role)
                continue
            if number is None:
                joint = _joint(parse, role, book, (labels, nouns))
                found[at] = _replaced(found[at], role, joint, book) if joint else found[at]
                continue
            named = [h for r, h in _heads(found[at], book) if r is not role and labels.get(h) is not None]
            if len(named) >= number and min(named) < book.head(role.mention or ""):
                found[at] = _without(found[at], role)  # "India and China opened flights between | the two countries"
                continue
            noun = parse.tokens[book.head(role.mention or "")]
            noun = _led(parse, noun) or noun
            pair = _pair(parse, noun, number, (found[:at], book), labels)
            if noun.lower == "they" and {labels.get(h) for h in pair} == {"person", "place"}:
                pair = ()  # "Ruiz cancelled a visit to Orli. | They | were to meet on Monday": he and somebody there
            if noun.lemma.lower() in _SIDES and any(_is_thing(parse.tokens[h], nouns) for h in pair):
                pair = ()  # "accused Ruiz of an attack on the mill. ... urged | both sides | to stop": no mill is one
            pair = _two_people(parse, noun, pair, labels) or pair or _joint(parse, role, book, (labels, nouns))
            if pair:
                found[at] = _replaced(found[at], role, pair, book)
    return tuple(found)


def _is_their_lands(parse: Parse, role: Role, draft: EventDraft, book: Book, labels: Labels) -> bool:
    """ "Ruiz and Holub met to mend ties between | their countries |": those of the two who are told already."""
    if role.mention is None or role.part != "actor" or draft.event.type not in _TOGETHER:
        return False
    noun = parse.tokens[book.head(role.mention)]
    theirs = any(c.lower == "their" for c in parse.children(noun.i, "nmod:poss"))
    if not theirs or noun.tag != "NNS" or noun.lemma.lower() not in _STATES:
        return False
    named = [h for r, h in _heads(draft, book) if r is not role and labels.get(h) is not None and h < noun.i]
    return len(named) >= _TWO


def _two_people(parse: Parse, word: Token, pair: Sequence[int], labels: Labels) -> tuple[int, ...]:
    """ "Ruiz will visit Orland at the invitation of Jan Holub. | The two | met in May": the two people, and no state.

    Only in place of a pair of which one is somebody and the other is not.
    """
    here = parse.sentence(word.i)
    if word.lower not in {"two", "both"} or here == 0 or {labels.get(i) == "person" for i in pair} != {True, False}:
        return ()
    start, end = parse.sentences[here - 1]
    names = (n for n in parse.names if n.label == "person" and start <= n.start < end)
    people = tuple(dict.fromkeys(parse.root_of(n.start, n.end) for n in names))
    return people if len(people) == _TWO else ()


def _joint(parse: Parse, role: Role, book: Book, knowledge: Knowledge) -> tuple[int, ...]:
    """ "Orland and Veldia recalled their envoys. | They | also froze aid": the joint subject of the sentence before."""
    token = parse.tokens[book.head(role.mention)] if role.mention is not None else None
    taken = token is not None and token.lower == "them" and _are_taken(parse, token)
    if token is None or not (taken or (token.lower == "they" and token.dep in _SUBJECTS)):
        return ()
    above = _above(parse, token) if not taken else None
    if above is not None:
        joined = conjuncts(parse, above.i)
        return tuple(joined) if len(joined) > 1 and _all_somebody(parse, joined, knowledge) else ()
    here = parse.sentence(token.i)
    start = parse.sentences[here][0]
    opening = [t for t in parse.tokens[start : token.i] if t.dep in _SUBJECTS]
    if here == 0 or len(opening) > taken or (taken and opening[0].tag.startswith("PRP")):
        return ()
    before = parse.tokens[slice(*parse.sentences[here - 1])]
    many = [t for t in before if t.dep in _SUBJECTS and t.tag not in {"PRP", "WDT", "WP"}]
    joined = conjuncts(parse, many[0].i) if len(many) == 1 else ()
    held = _held(parse, before, token)
    if held:
        return tuple(held) if _all_somebody(parse, held, knowledge) else ()
    several = any(
        t.tag in {"NNS", "NNPS"}
        and t.i not in joined
        and t.dep in {"obj", "obl"}
        and not (t.tag == "NNS" and _is_thing(t, knowledge[1]))
        for t in before
    )
    return tuple(joined) if len(joined) > 1 and _all_somebody(parse, joined, knowledge) and not several else ()


def _is_thing(token: Token, nouns: Nouns) -> bool:
    noun = nouns.get(token.lemma.lower())
    return noun is not None and noun.kind not in {"person", "organisation"}


def _are_taken(parse: Parse, pronoun: Token) -> bool:
    """ "Ruiz and Holub fled. Police arrested | them |": what the one doer of a sentence does to people."""
    verb = parse.tokens[pronoun.head]
    doers = parse.children(verb.i, "nsubj")
    return pronoun.dep == "obj" and verb.dep == "root" and len(doers) == 1 and verb.lemma.lower() in _TAKING | _FREEING


_FREEING = frozenset("release free deport extradite expel rescue shoot kill".split())


def _held(parse: Parse, before: Sequence[Token], pronoun: Token) -> tuple[int, ...]:
    """ "Police arrested Ruiz and Holub. | They | were freed": the pair who were taken, where nobody else was."""
    verb = next((t for t in before if t.dep == "root"), None)
    if (
        pronoun.dep != "nsubj:pass"
        or verb is None
        or verb.lemma.lower() not in _TAKING
        or parse.children(verb.i, "conj")
    ):
        return ()
    whom = parse.children(verb.i, "obj")
    held = conjuncts(parse, whom[0].i) if len(whom) == 1 else ()
    return tuple(held) if len(held) > 1 else ()


_TAKING = frozenset("arrest detain capture seize kidnap abduct jail imprison sentence convict charge hold".split())


_MEETING = frozenset({"meet", "talk", "confer"})


def _above(parse: Parse, pronoun: Token) -> Token | None:
    """ "Ruiz and Holub were on holiday | when they were arrested": the subject of the clause that holds this one.

    So of what they say themselves: "Orland and Veldia announced | they would leave".
    """
    clause = parse.tokens[pronoun.head]
    told = clause.dep in {"advcl", "ccomp"}
    holder = parse.tokens[clause.head]
    subjects = parse.children(holder.i, "nsubj", "nsubj:pass") if told else ()
    together = parse.tokens[pronoun.head].lemma.lower() in _MEETING
    while told and together and not subjects and holder.tag == "VB" and holder.dep in {"acl", "xcomp", "advcl"}:
        above = parse.tokens[holder.head]  # "Ruiz and Holub expressed a wish to free them | when they met |"
        holder = parse.tokens[above.head] if above.is_noun else above
        subjects = parse.children(holder.i, "nsubj", "nsubj:pass")
    several = [c for c in parse.children(holder.i, "obj", "obl") if c.tag in {"NNS", "NNPS"} and c.i < pronoun.i]
    return subjects[0] if len(subjects) == 1 and subjects[0].i < pronoun.i and not several else None


def _is_told_by_many(parse: Parse, pronoun: Token) -> bool:
    """ "| Officials | said they had sent an envoy": they speak of themselves, and of nobody told before."""
    clause = parse.tokens[pronoun.head]
    if clause.dep != "ccomp" or clause.head == clause.i:
        return False
    return any(s.tag in {"NNS", "NNPS"} and s.i < pronoun.i for s in parse.children(clause.head, "nsubj"))


def _all_somebody(parse: Parse, heads: Sequence[int], knowledge: Knowledge) -> bool:
    """Whether each is a name, or one person or body: "a man and a woman", "Ana Ruiz and her minister"."""
    labels, nouns = knowledge

    def is_one(i: int) -> bool:
        token = parse.tokens[i]
        noun = nouns.get(token.lemma.lower()) if token.tag == "NN" or token.lower == "police" else None
        told = noun is not None and noun.kind in {"person", "organisation"} and bool(parse.children(i))
        return told or (labels.get(i) is not None and token.tag.startswith("NNP"))

    return all(is_one(i) for i in heads)


# What befalls ties and flights: "ties of the two countries | that were cut in May |".
_CUT = frozenset({"suspend", "halt", "sever", "interrupt", "cancel", "cut", "discontinue", "sign", "restore"})


def _number(parse: Parse, role: Role, draft: EventDraft, book: Book) -> int | None:
    """How many a role's words stand for, None where they name or describe somebody."""
    if role.mention is None or role.part not in _TAKING_PART:
        return None
    token = parse.tokens[book.head(role.mention)]
    if token.lower == "they":
        return _TWO if draft.event.type in _TOGETHER and not _is_told_by_many(parse, token) else None
    counts = [_NUMBERS[c.lower] for c in parse.children(token.i) if c.lower in _NUMBERS and c.i < token.i]
    if token.lower in _NUMBERS and not parse.children(token.i, "nmod"):
        the = any(c.lower == "the" for c in parse.children(token.i, "det"))  # "the two met", but "wounded two"
        plain = token.lower == "both" or (the and draft.event.type in _TOGETHER)
        return _NUMBERS[token.lower] if plain else None
    led = _led(parse, token)
    if led is not None:
        return next(_NUMBERS[c.lower] for c in parse.children(led.i) if c.lower in _NUMBERS)
    known = token.lemma.lower() in _STATES | _PEOPLE | _ANY and token.tag == "NNS"
    said_more = parse.children(token.i, "nmod", "acl", "acl:relcl", "compound", "nmod:poss", "conj", "appos")
    said_more = tuple(c for c in said_more if c.dep != "acl:relcl" or c.lemma.lower() not in _CUT)
    if not known or any(c.i not in draft.tokens for c in said_more):  # "the two leaders | meeting in Kest"
        return None
    definite = any(c.lower in {"the", "both"} for c in parse.children(token.i))
    sides = token.lemma.lower() in _SIDES and definite and not parse.children(token.i, "amod", "nummod")
    return counts[0] if counts and definite else _TWO if sides else None


def _is_aside(parse: Parse, head: int) -> bool:
    """ "Orland set up ties with Veldia, | cutting | those with Kest": told by the way of the deed before."""
    verb = parse.tokens[head]
    return verb.tag == "VBG" and verb.dep == "advcl" and parse.tokens[verb.head].i < head


def _led(parse: Parse, token: Token) -> Token | None:
    """ "The ministers of | the two countries | signed a pact", "| both countries' | leaders": for whom they act."""
    if token.tag != "NNS" or token.lemma.lower() not in _PEOPLE:
        return None
    behind = [c for c in parse.children(token.i, "nmod") if c.i > token.i]
    led = behind[0] if len(behind) == 1 and case_of(parse, behind[0].i) == "of" else None
    owners = parse.children(token.i, "nmod:poss") if not behind else ()
    led = owners[0] if len(owners) == 1 and owners[0].tag == "NNS" else led
    if led is None or led.lemma.lower() not in _STATES or parse.children(led.i, "amod", "nmod", "acl:relcl"):
        return None
    counted = any(c.lower in _NUMBERS for c in parse.children(led.i))
    return led if counted and any(c.lower in {"the", "both"} for c in parse.children(led.i)) else None


def _heads(draft: EventDraft, book: Book) -> list[tuple[Role, int]]:
    return [(r, book.head(r.mention)) for r in draft.event.roles if r.mention is not None and r.part in _TAKING_PART]


def _pair(
    parse: Parse, noun: Token, number: int, told: tuple[Sequence[EventDraft], Book], labels: Labels
) -> tuple[int, ...]:
    """The heads of those who are meant; empty where no plain pair stands before."""
    here = parse.sentence(noun.i)
    drafts, book = told
    for draft in sorted(drafts, key=lambda d: (-parse.sentence(d.head), _is_aside(parse, d.head), -d.head)):
        if draft.head > noun.i or here - parse.sentence(draft.head) > _REACH:
            continue
        if noun.lemma.lower() in _SIDES and draft.event.mode in _OF_CAPTIVES:
            continue  # "freed nine prisoners. A bishop mediated between | the two sides |": no prisoners are a side
        heads = [h for _, h in _heads(draft, book) if h < noun.i]
        both = [h for h in heads if _is_both(parse, h)]
        if noun.lemma.lower() in _SIDES and number == _TWO and len(both) == 1 < len(heads):
            return tuple(both)  # "the mediator met | both delegations |, and the sides agreed": not with him
        meant = tuple(dict.fromkeys(m for h in heads for m in _as(parse, noun, h, labels)))
        if len(meant) == number:
            return () if noun.lemma.lower() in _BODIES and any(_are_people(parse, m) for m in meant) else meant
        if len(meant) > number:
            return ()
    for i in range(noun.i - 1, parse.sentences[max(here - 1, 0)][0] - 1, -1):
        first = parse.tokens[i]
        named = labels.get(i) is not None and first.tag.startswith("NNP")
        named = named and (first.dep not in {"conj", "appos"} or _as_many(parse, first, number))
        joined = conjuncts(parse, i) if named and parse.children(i, "conj") else ()
        meant = tuple(dict.fromkeys(m for h in joined for m in _as(parse, noun, h, labels)))
        if joined and max(joined) < noun.i:
            return meant if len(meant) == len(joined) == number else ()
    if noun.lemma.lower() in _STATES and number == _TWO:
        return _two_states(parse, noun)
    return _persons(parse, here, number, labels) if noun.lemma.lower() in _PEOPLE else ()


def _is_both(parse: Parse, head: int) -> bool:
    """ "| Both delegations |", "the two sides"."""
    many = parse.tokens[head].tag == "NNS" and parse.tokens[head].lemma.lower() in _ANY
    return many and any(_NUMBERS.get(c.lower) == _TWO for c in parse.children(head) if c.i < head)


_BODIES = frozenset({"group", "army", "militia", "faction", "force", "body"})


def _are_people(parse: Parse, head: int) -> bool:
    """ "The Front killed | nine people |. Both groups ...": those are no group."""
    return bool(parse.children(head, "nummod")) or parse.tokens[head].lemma.lower() in {
        "people",
        "civilian",
        "villager",
    }


def _as_many(parse: Parse, first: Token, number: int) -> bool:
    """ "Two Orlian bakers, | Omar Badr and Jan Holub |": the names of so many as are told."""
    people = parse.tokens[first.head]
    counted = parse.children(people.i, "nummod") if people.tag == "NNS" and people.i < first.i else ()
    behind = first.dep in {"appos", "conj"} and parse.tokens[first.i - 1].text == ","
    return behind and any(_NUMBERS.get(c.lower) == number for c in counted)


def _two_states(parse: Parse, noun: Token) -> tuple[int, ...]:
    """ "Six in Orli, Orland, and two in Kest, Veldia, are killed as | both countries | fire": the only two named."""
    start = parse.sentences[parse.sentence(noun.i)][0]
    told = [n for n in parse.names if n.kind == "state" and start <= n.start and n.end <= noun.i]
    by_name = {parse.text(n.start, n.end): parse.root_of(n.start, n.end) for n in told}
    return tuple(by_name.values()) if len(by_name) == _TWO else ()


def _persons(parse: Parse, here: int, number: int, labels: Labels) -> tuple[int, ...]:
    """ "Ruiz goes to Orland at the invitation of its president Holub. | The two leaders": all who were named there."""
    if here == 0:
        return ()
    start, end = parse.sentences[here - 1]
    named = [n for n in parse.names if n.label == "person" and start <= n.start and n.end <= end]
    heads = [_title(parse, parse.root_of(n.start, n.end), labels) for n in named]
    return tuple(heads) if len(set(heads)) == len(heads) == number else ()


def _title(parse: Parse, head: int, labels: Labels) -> int:
    """ "Orlian president | Jan Holub": the noun that the name stands beside, where it is one with it."""
    token = parse.tokens[head]
    above = parse.tokens[token.head]
    titled = token.dep == "appos" and above.i < head and above.tag in {"NN", "NNP"} and labels.get(above.i) is None
    return above.i if titled and above.lemma.lower() in _PEOPLE else head


def _as(parse: Parse, noun: Token, head: int, labels: Labels) -> Iterator[int]:
    """The party at ``head`` as what the noun calls it: of "the Kenyan president" the country is Kenya."""
    label, token = labels.get(head), parse.tokens[head]
    bearer = label == "person" or any(labels.get(c.i) == "person" for c in parse.children(head, "appos", "nmod"))
    if noun.lemma.lower() in _PEOPLE:
        if bearer or token.lemma.lower() in _PEOPLE | {"counterpart"} or token.lower in {"he", "she"}:
            yield head
    elif noun.lemma.lower() in _STATES and label != "place":
        yield from _country(parse, head, labels)
    elif token.lower in {"he", "she"} and noun.lower in {"two", "both", "they"}:
        yield head  # "there he met Holub. | The two | had met before"
    elif (noun.lemma.lower() not in _STATES and (label is not None or token.is_noun)) or label == "place":
        yield head


def _country(parse: Parse, head: int, labels: Labels) -> Iterator[int]:
    """The nationality, or the country, that stands in the phrase of an official or a government."""
    offices = [head, *(c.i for c in parse.children(head, "nmod:desc"))]
    for office in offices:
        for child in parse.children(office, "amod", "compound", "nmod:poss", "nmod"):
            of = child.dep != "nmod" or case_of(parse, child.i) == "of"
            if of and labels.get(child.i) in {"nationality", "place"}:
                yield child.i
                return
    if labels.get(head) == "nationality" and not parse.children(head, "nummod"):  # "nine Kenyans" are no country
        yield head


def _without(draft: EventDraft, role: Role) -> EventDraft:
    kept = tuple(r for r in draft.event.roles if r is not role)
    return msgspec.structs.replace(draft, event=msgspec.structs.replace(draft.event, roles=kept))


def _replaced(draft: EventDraft, role: Role, pair: Sequence[int], book: Book) -> EventDraft:
    known = {r.mention for r in draft.event.roles}
    added = [
        msgspec.structs.replace(role, mention=mention, number=None)
        for mention in (book.actor(h) for h in pair)
        if mention not in known
    ]
    at = draft.event.roles.index(role)
    roles = (*draft.event.roles[:at], *added, *draft.event.roles[at + 1 :])
    return msgspec.structs.replace(draft, event=msgspec.structs.replace(draft.event, roles=roles))
