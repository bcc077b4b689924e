"""Which of the places of a sentence is where an event happened, by syntax."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice

from whosays.parse import Parse, Token
from whosays.resolving.places.text import PlaceMention, head_of
from whosays.resolving.places.words import place_words
from whosays.resolving.requital import answers_for

# A place hung on a noun of the event's own clause ("attacked a mosque in Kabul") is the event's, but a nearer one wins;
# through two nouns ("denied the existence of groups in Kabul") it is theirs.
_THROUGH_NOUN = 5
_FARTHER = 6  # a place of the next clause: farther than one hung on a noun of the own
_UPON = frozenset({"on", "upon", "against"})
_SHARING = frozenset({"conj", "xcomp", "advcl", "compound", "acl"})
_NOMINAL = frozenset({"nsubj", "obj", "iobj", "obl", "nmod", "compound", "appos", "conj"})
_SUBJECTS = ("nsubj", "nsubj:pass", "csubj")
# Places that stand without a preposition: "the Kabul attack", "shelled Bel", "Bel was shelled".
_BARE = frozenset(
    {"compound", "obj", "nsubj:pass", "appos", "nmod:poss", "nmod:desc", "nmod:unmarked", "nmod:tmod", "obl:unmarked",
     "obl:npmod", "advmod", "root"}
)  # fmt: skip


# What goes by the name of a town wherever it acts or is spoken of.
_NAMED_FOR = frozenset({"bloc", "pact", "accord", "agreement", "treaty", "group", "club", "convention", "declaration"})


def _locates(parse: Parse, node: Token) -> bool:
    """Whether the word stands in a place's position: behind "in", as the compound of "the Kabul attack" ..."""
    words = place_words()
    if node.dep == "compound" and parse.tokens[node.head].lemma.lower() in _NAMED_FOR:
        return False  # "joins the | Shanghai | bloc"
    if node.dep in _BARE:
        return True
    cases = {t.lower for t in parse.children(node.i, "case")}
    if cases == {"from"}:  # "withdrew | from Bel"
        return parse.tokens[node.head].lemma.lower() in words.leaving_verbs
    if cases == {"to"}:  # "deployed troops | to Bel", "the deployment of troops | to Bel"
        return any(a.lemma.lower() in words.sending_verbs for a in islice(parse.ancestors(node.i), 2))
    if cases & _UPON:  # "the attack | on Bel"
        return words.strikes(parse, node.head)
    return bool(cases & (words.where | {"of", "into", "through"}))


def _is_whose(parse: Parse, node: Token, targets: Sequence[int]) -> bool:
    """ "The president | of Kenya" is nowhere; "the bombing | of Kenya" is there."""
    cases = {t.lower for t in parse.children(node.i, "case")}
    above = parse.tokens[node.head]
    return (
        node.dep == "nmod" and cases == {"of"} and above.i not in targets and above.lemma.lower() in place_words().posts
    )


def _is_hit(parse: Parse, node: Token) -> bool:
    """Whether the word stands for those whom force falls on: "opened fire | on students | in Bel" was in Bel."""
    cases = {c.lower for c in parse.children(node.i, "case")}
    if node.dep == "obl" and cases == {"to"}:  # "agreed to a ceasefire | in Bel", "set fire to a mill | in Bel"
        burnt = parse.tokens[node.head].lemma.lower() == "set"
        return burnt or node.lemma.lower() in place_words().accords | {"street"}
    if node.dep == "nmod" and "against" in cases and parse.tokens[node.head].lemma.lower() in _MARCHES:
        return True  # "a protest | against the tax | in Bel"
    if node.dep == "nmod":  # "a strike | on a school | in Bel"
        above = parse.tokens[node.head]
        struck = above.head if _is_doer(parse, above) else above.i  # "an attack by rebels | on a post | in Bel"
        return _is_doer(parse, node) or (bool(cases & _UPON) and place_words().strikes(parse, struck))
    if node.dep == "obl" and cases & {"during", "amid", "after", "following"}:  # "killed during | an attack | on Bel"
        return node.lemma.lower() in place_words().striking | _FIGHTS
    if node.dep == "conj":  # "between soldiers and | militiamen | in Bel", "bombed a mill and | a school | in Bel"
        first = parse.tokens[node.head]
        return _is_hit(parse, first) or (first.dep in {"obj", "nsubj:pass"} and parse.tokens[first.head].is_verb)
    if node.dep == "nsubj":  # "police | in Bel | arrested"
        return parse.tokens[node.head].is_verb
    return node.dep == "obl:agent" or (node.dep == "obl" and bool(cases & (_UPON | _BESIDE)))


def _is_standing(parse: Parse, node: Token) -> bool:
    """ "Drove into a crowd | at a market | in Bel": where those stand whom it befell."""
    return node.dep == "nmod" and any(c.lower in {"at", "outside", "near"} for c in parse.children(node.i, "case"))


_HARMING = frozenset(
    "kill wound injure shoot murder assassinate kidnap abduct arrest detain stab behead execute free release".split()
)


def _is_whole(parse: Parse, node: Token, targets: Sequence[int]) -> bool:
    """ "Hit the offices of the | party | near Bel": of the thing that force fell on."""
    above = parse.tokens[node.head]
    if node.dep != "nmod" or {c.lower for c in parse.children(node.i, "case")} != {"of"} or above.head not in targets:
        return False
    if above.dep in {"obj", "nsubj:pass"}:
        return parse.tokens[above.head].lemma.lower() in place_words().reached_verbs | _HARMING
    cases = {c.lower for c in parse.children(above.i, "case")}
    return above.dep in {"obl", "nmod"} and bool(cases & (place_words().where | {"on", "against"}))


def _is_doer(parse: Parse, node: Token) -> bool:
    """ "An attack | by rebels | in Bel", "clashes | between two clans | in Bel": those who act where the deed is."""
    cases = {c.lower for c in parse.children(node.i, "case")}
    # "clashes | with rebels | in Bel", "talks | with envoys | in Bel"
    against = "with" in cases and parse.tokens[node.head].lemma.lower() in _FIGHTS | _TALKS
    return node.dep == "nmod" and (against or bool(cases & {"by", "between"}))


_BESIDE = frozenset({"at", "with", "between", "behind", "opposite", "under"})
_MARCHES = frozenset({"protest", "demonstration", "rally", "march", "strike", "vigil", "riot"})
_TALKS = frozenset({"talk", "meeting", "negotiation", "summit", "discussion", "consultation"})
_FIGHTS = frozenset({"clash", "fighting", "battle", "gunfight", "shootout", "skirmish", "firefight", "combat"})


def _is_portion(parse: Parse, node: Token) -> bool:
    """Whether the word is all of what the noun above counts off: "a stretch of the | pipeline"."""
    above = parse.tokens[node.head]
    return above.lemma.lower() in place_words().portions and any(
        c.lower == "of" for c in parse.children(node.i, "case")
    )


def _reaches(parse: Parse, head: Token, targets: Sequence[int]) -> int | None:
    """How far a place's word is from one of ``targets`` upwards: 0 plain, more through nouns; None when it is not."""
    words = place_words()
    current, through = head, 0
    while current.head != current.i:
        above = parse.tokens[current.head]
        kind_word = above.lemma.lower() in words.near_nouns or words.noun_kind(above.lemma.lower()) is not None
        is_time = any(t.start <= current.i < t.end for t in parse.times)  # "on Friday in Bel": Bel may hang on Friday
        if _is_whose(parse, current, targets):
            return None
        if not is_time and not _locates(parse, current) and not (current.i != head.i and _is_hit(parse, current)):
            return None
        if above.i in targets:
            return targets.index(above.i) * _FARTHER + through
        on_time = any(t.start <= above.i < t.end for t in parse.times)
        same = current.dep in ("appos", "flat", "conj") or _is_portion(parse, current) or _is_doer(parse, above)
        struck = current.dep == "nmod" and above.lemma.lower() in words.striking
        same = same or struck  # "killed in | an attack | on a bus in Bel"
        same = same or _is_whole(parse, current, targets) or _is_standing(parse, current)
        through += 0 if kind_word or on_time or same else _THROUGH_NOUN
        if _is_carrying(above):  # "hijacked a bus | carrying six people | near Bel"
            above = parse.tokens[above.head]
            if above.head in targets:
                return targets.index(above.head) * _FARTHER + through
        if above.is_verb or through > _THROUGH_NOUN:
            return None
        current = above
    return None


_CARRYING = frozenset({"carry", "transport", "ferry", "take", "bring"})


def _is_carrying(verb: Token) -> bool:
    """Whether a participle only says with whom or what a vehicle was laden, which is no place of its own."""
    return verb.dep == "acl" and verb.tag == "VBG" and verb.lemma.lower() in _CARRYING


def _clauses(parse: Parse, token: int) -> list[int]:
    """The event's own word, the verb of its clause and the verbs above whose place it shares, nearest first."""
    current = parse.tokens[token]
    found = [current.i]
    while current.head != current.i and (
        current.dep.split(":")[0] in _SHARING or (not current.is_verb and current.dep.split(":")[0] in _NOMINAL)
    ):
        if current.dep == "acl:relcl":
            break
        current = parse.tokens[current.head]
        found.append(current.i)
        if current.is_verb and current.dep not in _SHARING:
            break
    if not parse.tokens[token].is_verb:  # "the attack that killed five in Bel"
        found.extend(t.i for t in parse.children(token, "acl", "acl:relcl"))
    else:  # "burned houses | and stole cattle in Bel", "took six people | hostage in Bel"
        found.extend(t.i for t in parse.children(token, "xcomp") if not t.is_verb)
        found.extend(t.i for t in parse.children(token, "conj") if t.is_verb and not parse.children(t.i, *_SUBJECTS))
    return found


def _containers(parse: Parse, main: PlaceMention, mentions: Sequence[PlaceMention]) -> tuple[PlaceMention, ...]:
    """The places told right behind as holding this one: "in Herat, Afghanistan", "Bel in Donetsk region"."""
    found: list[PlaceMention] = []
    end = main.end
    for mention in mentions:
        between = [t.lower for t in parse.tokens[end : mention.start]] if mention.start >= end else ["-"]
        plain = [w for w in between if w not in ("the", "'s", "’s") and w not in place_words().parts]
        if mention.start >= main.end and plain in ([","], ["in"], [",", "in"], ["of"], ["("], []):
            found.append(mention)
            end = mention.end
    return tuple(found)


def _owns(parse: Parse, one: PlaceMention, other: PlaceMention) -> bool:
    """ "In Afghanistan's | Khost province": the finer place is meant."""
    head = head_of(parse, one)
    return head.dep == "nmod:poss" and other.start <= head.head < other.end


def attach_place(parse: Parse, token: int, mentions: Sequence[PlaceMention]) -> tuple[PlaceMention, ...]:
    """The place of an event: the nearest by syntax, then the places that hold it; empty where none is the event's.

    Args:
        parse: the report, with syntax.
        token: the event's trigger.
        mentions: the report's place mentions, in order.
    """
    sentence = parse.sentence(token)
    here = [m for m in mentions if parse.sentence(m.start) == sentence]
    targets = _clauses(parse, token)
    ranked: list[tuple[int, int, PlaceMention]] = []
    for mention in here:
        distance = _reaches(parse, head_of(parse, mention), targets)
        if distance is not None and not answers_for(parse, head_of(parse, mention).i, token):
            ranked.append((distance, abs(mention.start - token), mention))
    ranked = [r for r in ranked if not any(_owns(parse, r[2], other[2]) for other in ranked)]
    if not ranked:
        return ()
    main = min(ranked, key=lambda r: r[:2])[2]
    holding = [m for m in here if main in _containers(parse, m, here)]
    inner = holding[0] if holding and any(r[2] == holding[0] for r in ranked) else main
    return (inner, *_containers(parse, inner, here))
