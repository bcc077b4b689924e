"""Who frees those whom he took, and took those whom he frees, where one sentence tells both.

"Two priests who had been kidnapped by | rebels | were released": whoever took them let them go. Only where no doer is
told, and no rescue.
"""

from __future__ import annotations

from collections.abc import Iterator

from whosays.coding.words.byphrases import Telling, has_part
from whosays.coding.words.mentions import case_of
from whosays.coding.words.slots import slots_of
from whosays.coding.words.understood import is_passive
from whosays.parse import Parse, Token

_TAKING = frozenset("kidnap abduct seize capture hold detain arrest jail imprison take hijack snatch".split())
_KEEPING = frozenset({"hold", "detain", "arrest", "jail", "imprison"})
_FREEING = frozenset({"release", "free"})
_RESCUES = frozenset({"raid", "operation", "rescue", "assault", "exchange", "swap"})
_OTHERS = frozenset(
    "court judge tribunal police policeman army military force troop soldier commando president government".split()
)
_CAPTORS = frozenset({"kidnapper", "captor", "abductor", "pirate", "hijacker"})
_AFTER = frozenset({"after", "since", "before", "when"})


def freed_by_captors(telling: Telling) -> Iterator[int]:
    """ "The priests | kidnapped by rebels | were released", "demanded the release of those | held by Peru |"."""
    parse, found, parts, _ = telling
    if found.trigger.mode != "release" or has_part(parts, "actor"):
        return
    deed = parse.tokens[found.head]
    if deed.lemma.lower() == "free":  # it may be a rescue
        return
    if any(c.lemma.lower() in _RESCUES for c in parse.children(deed.i, "obl", "nmod")):
        return
    for held in (p.head for p in parts.values() if p.part == "recipient"):
        inner = [held, *(c.i for c in parse.children(held, "nmod") if case_of(parse, c.i) == "of")]
        for clause in (c for h in inner for c in parse.children(h, "acl", "acl:relcl")):
            kept = clause.lemma.lower() in (_TAKING if deed.is_verb else _KEEPING)
            if kept and clause.tag == "VBN" and clause.i != deed.i:
                yield from (a.i for a in parse.children(clause.i, "obl:agent"))


def taken_by_freers(telling: Telling) -> Iterator[int]:
    """ "| Pirates | freed two cooks who had been taken in May", "| they | freed her a week after she was taken"."""
    parse, found, parts, (ontology, _) = telling
    taken = parse.tokens[found.head]
    if found.trigger.mode != "abduct" or has_part(parts, "actor") or not taken.is_verb:
        return
    if taken.dep != "amod" and not is_passive(parse, taken.i):
        return
    freeing = _freeing(parse, taken)
    if freeing is None or any(c.lemma.lower() in _RESCUES for c in parse.children(freeing.i, "obl")):
        return
    for head in slots_of(parse, freeing.i).get("subject", ()):
        noun = parse.tokens[head]
        armed = ontology.nouns.is_armed(noun.lemma.lower()) or head in parse.armed
        sure = freeing.lemma.lower() == "release" or noun.lemma.lower() in _CAPTORS  # "free" may be a rescue
        if armed and sure and noun.lemma.lower() not in _OTHERS:
            yield head


def captors_beside(telling: Telling) -> Iterator[int]:
    """ "| Kidnappers | seek ransom for the release of a nurse taken in May", "his | captors | let him go"."""
    parse, found, parts, _ = telling
    taken = found.trigger.event == "ASSAULT" and found.trigger.mode == "abduct"
    if (not taken and found.trigger.mode != "release") or has_part(parts, "actor"):
        return
    if parse.tokens[found.head].lemma.lower() in _RESCUING:
        return
    words = [t for t in parse.around(found.head) if t.lemma.lower() in _CAPTORS - {"pirate"} and t.i not in parts]
    told = (t for t in words[:1] if t.dep in {"nsubj", "obl:agent"})
    yield from (t.i for t in told if parse.tokens[t.head].lemma.lower() not in _ASKING)


_ASKING = frozenset({"demand", "threaten", "want", "ask", "call", "say", "insist", "warn"})  # others are to free them
_RESCUING = frozenset({"free", "rescue", "liberate"})


def _freeing(parse: Parse, taken: Token) -> Token | None:
    """The verb of setting free whose object was taken before."""
    above = parse.tokens[taken.head]
    while taken.dep == "amod" and above.dep == "nmod" and case_of(parse, above.i) == "of":
        above = parse.tokens[above.head]  # "released most of the 18 | kidnapped | cooks"
    if taken.dep in {"acl", "acl:relcl", "amod"} and above.dep == "obj":
        above = parse.tokens[above.head]
    elif taken.dep == "advcl" and not _AFTER & {m.lower for m in parse.children(taken.i, "mark")}:
        return None
    active = above.is_verb and above.lemma.lower() in _FREEING and not is_passive(parse, above.i)
    return above if active and taken.dep in {"acl", "acl:relcl", "amod", "advcl"} else None
