"""Whose "the country" or "the military" is, where those who govern a state say or order something of it.

"Orland's foreign ministry says | the country | will leave", "President Ruiz orders | the army | to march". And which
group is meant in what somebody says for it: "a spokesman for the Front said | the group | had shot two".
"""

from __future__ import annotations

from collections.abc import Sequence

from whosays.parse import Parse, Token
from whosays.records import Actor, ActorKind, Reason
from whosays.resolving.actors.asked import Asked, Named
from whosays.resolving.actors.coreference import SUBJECTS, Met
from whosays.resolving.actors.kinsmen import SPEAKING
from whosays.resolving.actors.setting import Setting

_OF_STATES: frozenset[ActorKind] = frozenset({"state", "government", "ministry", "force", "body"})
_GOVERNING = frozenset({"GOV", "MIL", "LEG", "JUD", "COP", "SPY"})
COUNTRIES = frozenset({"country", "nation", "state"})
_FORCES = frozenset({"military", "army", "navy", "troop", "police", "force", "soldier", "guard"})
_ORGANS = frozenset({"ministry", "government", "parliament", "cabinet"})
_ORDERING = frozenset("order instruct direct authorise authorize command task deploy send mobilise mobilize".split())
_APPOINTING = frozenset("sack dismiss fire appoint suspend order name remove replace reinstate instruct".split())
_DISSOLVING = frozenset({"dissolve", "disband", "dismiss", "sack", "fire", "suspend", "reshuffle", "reappoint"})
_GROUPS = frozenset("group movement militia organisation organization faction party union front alliance".split())
_OF_GROUPS: frozenset[ActorKind] = frozenset({"armed-group", "party", "organisation"})
_FOR_GROUPS = SPEAKING | {"commander", "leader", "representative", "official", "source", "member"}
_REACH = 5  # words upwards


def spoken_for(parse: Parse, one: Asked, told: Sequence[Met], setting: Setting) -> str | None:
    """The state whose organ or leader speaks of a country, or orders an army; None where none plainly does."""
    token = parse.tokens[one.head]
    lemma = token.lemma.lower()
    if token.tag.startswith("NNP") or lemma not in COUNTRIES | _FORCES | _ORGANS | {"minister", "opposition"}:
        return None
    if parse.children(token.i, "nmod", "acl", "acl:relcl", "nmod:poss", "nummod"):
        return None
    inside = token
    for _, above in zip(range(_REACH), parse.ancestors(token.i), strict=False):
        subjects = [c for c in parse.children(above.i, "nsubj") if c.i < token.i and c.i != inside.i]
        if subjects and above.is_verb:
            plain = _is_plain(parse, above, inside, token)
            return _state_of(subjects[0], told, setting) if plain and _alone(parse, above, token, setting) else None
        inside = above
    return None


def dissolves_his_own(parse: Parse, one: Asked, before: Actor, told: Sequence[Met], setting: Setting) -> bool:
    """ "President Ruiz dissolved | the government |": of her state, and not that of which was told ``before``."""
    token = parse.tokens[one.head]
    verb = parse.tokens[token.head]
    if token.dep != "obj" or token.lemma.lower() not in _ORGANS or verb.lemma.lower() not in _DISSOLVING:
        return False
    of = spoken_for(parse, one, told, setting)
    return of is not None and of != state_of(before, setting)


def _is_plain(parse: Parse, verb: Token, inside: Token, token: Token) -> bool:
    """ "Says | the country will ...", "signs a law after | the country left", "orders | the army to ..."."""
    holds = token.dep == "nmod:poss" and token.lemma.lower() in COUNTRIES  # "announces | the country's army will ..."
    noun = parse.tokens[token.head] if holds else token
    subject = noun.dep in {"nsubj", "nsubj:pass"} and parse.tokens[noun.head].is_verb
    if token.lemma.lower() in COUNTRIES:
        return subject and (inside.dep in {"ccomp", "advcl"} or token.head != inside.i)
    if token.lemma.lower() == "opposition":  # "Orland's premier accused | the opposition | of lying"
        return token.dep in {"obj", "iobj", "obl"} and token.head == verb.i
    if token.lemma.lower() == "minister":
        return verb.lemma.lower() in _APPOINTING and token.dep == "obj" and token.head == verb.i
    over = _ORDERING | _DISSOLVING if token.lemma.lower() in _ORGANS else _ORDERING  # "has dissolved | the government"
    ordered = verb.lemma.lower() in over and token.dep == "obj" and token.head == verb.i
    return ordered or (subject and inside.dep in {"ccomp", "xcomp"} and token.head == inside.i)


def _alone(parse: Parse, verb: Token, token: Token, setting: Setting) -> bool:
    """Whether no other country is named between the verb and the word."""
    words = (t.text for t in parse.tokens[min(verb.i, token.i) : token.i] if t.text[:1].isupper())
    return not any(setting.gazetteer.state_of_adjective(w) or _names_state(w, setting) for w in words)


def _names_state(word: str, setting: Setting) -> bool:
    return any(":" not in c.actor_id for c in setting.gazetteer.actors_named(word, setting.on))


def _state_of(subject: Token, told: Sequence[Met], setting: Setting) -> str | None:
    met = next((m for m in told if m.head == subject.i), None)
    return state_of(met.actor, setting) if met is not None else None


def state_of(actor: Actor, setting: Setting) -> str | None:
    """The one state that somebody governs, serves or is; None for others."""
    on = setting.on
    codes = {c.code for c in actor.codes if on is None or ((c.start or "") <= on and (c.end is None or on < c.end))}
    if actor.kind not in _OF_STATES and not (actor.kind == "person" and codes & _GOVERNING):
        return None
    if "REB" in codes and actor.kind == "person":
        return None
    states = {c for c in codes if (a := setting.gazetteer.actor(c)) is not None and a.kind == "state"}
    return states.pop() if len(states) == 1 else None


def group_spoken_for(parse: Parse, one: Asked, told: Sequence[Met]) -> Named | None:
    """The group in whose name the words are said that "the group" stands in; None elsewhere."""
    token = parse.tokens[one.head]
    if token.tag != "NN" or token.lemma.lower() not in _GROUPS:
        return None
    speaker = _speaker(parse, token)
    beside = (m for m in told if m.head < one.head and speaker is not None and _is_his(parse, m.head, speaker))
    groups = {m.actor.id: m.actor for m in beside if m.actor.kind in _OF_GROUPS}
    if len(groups) != 1:
        return None
    actor = next(iter(groups.values()))
    detail = f"“{one.mention.name}” in words said for {actor.name}"
    return Named(actor, Reason(rule="spoken-for", detail=detail, weight=0.8), score=0.8)


def _is_his(parse: Parse, head: int, speaker: Token) -> bool:
    """ "A | Taliban | spokesman", "a spokesman for | the Front |": whose he is."""
    return parse.tokens[head].head == speaker.i and parse.tokens[head].dep != "conj"


def _speaker(parse: Parse, token: Token) -> Token | None:
    """Whoever speaks for others and says the clause that a word stands in."""
    for above in (token, *parse.ancestors(token.i)):
        if above.dep != "ccomp":
            continue
        subjects = [c for c in parse.children(above.head, *SUBJECTS) if c.i < token.i]
        if subjects:
            return subjects[0] if subjects[0].lemma.lower() in _FOR_GROUPS else None
    return None
