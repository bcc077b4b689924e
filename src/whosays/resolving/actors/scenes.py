"""Whose police a report of few words means: those of the one state it names as its scene."""

from __future__ import annotations

from whosays.parse import Parse, Token
from whosays.resolving.actors.asked import Asked
from whosays.resolving.actors.setting import Setting
from whosays.resolving.actors.spokenfor import state_of

# Who keeps order in a country, or governs it; an army may be another's.
_KEEPERS = frozenset(
    "police policeman officer security gendarmerie gendarme government authority soldier troop".split()
)


def keeping_order(parse: Parse, one: Asked, setting: Setting) -> str | None:
    """The state whose "police" or "government" a mention means: "| Police | arrest six in Lima"."""
    token = parse.tokens[one.head]
    words = {token.lemma.lower(), *(c.lower for c in parse.children(token.i, "compound"))}
    if setting.scene is not None:
        return setting.scene if words & _KEEPERS else None
    ruling = token.lower in _FORCES and bool(words & _OF_HOME)  # "| government forces | shelled Kest"
    if token.lower not in {"police", "authorities", "officers"} and not ruling:
        return None
    beside = _scene_beside(parse, token, setting)
    return _of_police_before(parse, token, setting) if beside is None and token.lower == "officers" else beside


_FORCES = frozenset({"forces", "troops", "soldiers"})
_OF_HOME = frozenset({"government", "security"})


def _of_police_before(parse: Parse, token: Token, setting: Setting) -> str | None:
    """ "Police in Lima broke up a march. | Officers | fired tear gas": those same police."""
    police = _police_before(parse, token)
    if police is None:
        return None
    before = parse.children(police.i, "amod", "compound")
    told = {s for c in before if (s := setting.gazetteer.state_of_adjective(c.text)) is not None}
    return told.pop() if len(told) == 1 else _scene_beside(parse, police, setting)


def _police_before(parse: Parse, token: Token) -> Token | None:
    """The police of whom the sentence before tells, where the word "officers" stands alone."""
    here = parse.sentence(token.i)
    beside = parse.children(token.i, "det", "amod", "nmod", "nummod", "nmod:poss", "compound")
    if here == 0 or token.lower != "officers" or beside:
        return None
    start, end = parse.sentences[here - 1]
    police = [
        t for t in parse.tokens[start:end] if t.text in {"police", "Police"} and t.dep in {"nsubj", "obl:agent", "obl"}
    ]
    named = len(police) == 1 and police[0].tag.startswith("NNP")  # "| Lima Police | found arms": told by its name
    return police[0] if len(police) == 1 and not named else None


def _scene_beside(parse: Parse, token: Token, setting: Setting) -> str | None:
    """ "On holiday in Orland when | the authorities | arrested her": the only state told of, as a place."""
    first, last = parse.sentences[parse.sentence(token.i)]
    words = [t.text for t in parse.tokens[first:last] if t.text[:1].isupper()]
    states = {s for w in words if (s := setting.gazetteer.state_of_adjective(w)) is not None}
    where, around = set(), set()
    clause = _clause_of(parse, token)
    for name in parse.names:
        if not first <= name.start < last or (name.kind != "state" and name.label != "place"):
            continue
        said = parse.text(name.start, name.end)
        listed = setting.gazetteer.actors_named(said, setting.on) if name.kind == "state" else ()
        found = {c.actor_id for c in listed if c.strength == "strong"}
        town = setting.town(said)
        found = found or ({town} if town is not None else set())
        states |= found
        head = parse.tokens[parse.root_of(name.start, name.end)]
        head = parse.tokens[head.head] if head.dep == "compound" else head  # "at | Lima | airport"
        placed = {c.lower for c in parse.children(head.i, "case")} & {"in", "at", "near", "inside"}
        where |= found if head.dep in {"obl", "nmod"} and placed else set()
        around |= found if placed and head.head in clause else set()
    if len(around) == 1 and any(c.lower == "government" for c in parse.children(token.i, "compound")):
        return around.pop()  # whoever else is told of, "government forces in Orland" are Orland's
    return where.pop() if len(states) == 1 and where == states else None


def _clause_of(parse: Parse, token: Token) -> frozenset[int]:
    """The tokens that a place may hang on to be where somebody acts: himself, the nouns above and their verb."""
    found = [token.i]
    for above in parse.ancestors(token.i):
        found.append(above.i)
        if above.is_verb:
            break
    return frozenset(found)


_GOVERNING = frozenset({"government", "administration", "cabinet", "regime"})
_OF_TODAY = frozenset({"current", "ruling", "incumbent", "present"})


def governed_by(parse: Parse, one: Asked, setting: Setting) -> str | None:
    """The state of "the government of | Orlian | President Ana Ruiz"; None for other mentions."""
    token = parse.tokens[one.head]
    if token.lemma.lower() not in _GOVERNING or not token.text.islower():
        return None
    holders = [c for c in parse.children(one.head, "nmod", "nmod:poss") if one.start <= c.i < one.end]
    inside = [parse.tokens[i] for c in holders for i in parse.subtree(c.i) if i < one.end]
    states = {setting.gazetteer.state_of_adjective(t.text) for t in inside if t.text[:1].isupper()} - {None}
    states = states or {_of_leader(parse, t.i, setting) for t in inside if t.tag.startswith("NNP")} - {None}
    return states.pop() if len(states) == 1 else None


def _of_leader(parse: Parse, i: int, setting: Setting) -> str | None:
    """ "Prime Minister | Ana Ruiz |'s government": of the state that she governs."""
    name = next((n for n in parse.names if n.label == "person" and n.start <= i < n.end), None)
    listed = setting.gazetteer.actors_named(parse.text(name.start, name.end), setting.on) if name is not None else ()
    strong = {c.actor_id for c in listed if c.strength == "strong"}
    actor = setting.gazetteer.actor(strong.pop()) if len(strong) == 1 else None
    return state_of(actor, setting) if actor is not None else None


def organ_words(parse: Parse, one: Asked, *, governed: bool) -> str:
    """The words by which an organ is looked up: "the government", of "the | current | government's"."""
    if governed:
        return f"the {parse.tokens[one.head].lower}"
    if _police_before(parse, parse.tokens[one.head]) is not None:
        return "police"
    said = [t for t in parse.tokens[one.start : one.end] if t.tag != "POS" and t.lower not in _OF_TODAY]
    return " ".join(t.text for t in said) if len(said) < one.end - one.start else one.mention.name
