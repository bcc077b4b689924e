"""How much the words of "the killing of the guards" have in common with each deed that they may take up."""

from __future__ import annotations

from whosays.parse import Parse
from whosays.records import Event
from whosays.resolving.events.tellings import MEANS, Telling

_STEM = 4  # letters: "kidnapping" and "kidnapped", "ambush" and "ambushed"


MEANS_OF_NOUN = {
    "shelling": "shells", "bombardment": "shells", "bombing": "bombs", "blast": "bombs", "explosion": "bombs",
    "shooting": "guns", "stabbing": "blades", "kidnapping": "taking", "abduction": "taking", "airstrike": "air",
}  # fmt: skip


def of_its_means(parse: Parse, head: int, event: Event) -> bool:
    """ "Seized nine boys in a raid on a school. | The kidnapping |": the deed whose means the noun itself names."""
    means = MEANS_OF_NOUN.get(parse.tokens[head].lemma.lower())
    return means is not None and MEANS.get(event.mode or "") == means


def likeness(parse: Parse, head: int, event: Event) -> int:
    """How many words the phrase of ``head`` shares with the sentences of an event; one more for the same deed word."""
    said = {parse.tokens[i].lemma.lower() for i in parse.subtree(head) if i != head and _tells(parse, i)}
    start, end = parse.tokens_of(event.trigger)
    named = {t.lemma.lower()[:_STEM] for t in parse.tokens[start:end]}
    word = parse.tokens[head].lemma.lower()
    killed = word in _KILLING and any(t.effect == "killed" for t in event.tolls)  # "shot dead a baker. The | killing |"
    return 2 * len(said & _told(parse, event)) + (killed or word[:_STEM] in named)


_KILLING = frozenset({"killing", "murder", "death", "slaying"})


def _told(parse: Parse, event: Event) -> set[str]:
    found: set[str] = set()
    for span in event.evidence:
        first, last = parse.tokens_of(span)
        for number in range(parse.sentence(first), parse.sentence(max(last - 1, first)) + 1):
            found |= {t.lemma.lower() for t in parse.tokens[slice(*parse.sentences[number])]}
    return found


def _tells(parse: Parse, i: int) -> bool:
    return parse.tokens[i].is_noun or parse.tokens[i].tag in {"CD", "JJ"}


_ANYBODY = frozenset({"people", "person", "citizen", "citizens", "national", "nationals", "descent", "origin", "and"})


def peoples_differ(one: Telling, two: Telling) -> bool:
    """ "A model for interning Veldians. | The internment of people of Orlian descent |": of other states."""
    told = [[i for i in t.recipients if ":" in i] for t in (one, two)]
    lands = [{_land(i) for i in ids} for ids in told]
    if not all(lands) or None in lands[0] | lands[1] or lands[0] & lands[1]:
        return False
    words = [{w for i in ids for w in i.lower().replace(":", " ").split()} - _ANYBODY for ids in told]
    return not words[0] & words[1]


def _land(who: str) -> str | None:
    """The state of a people, or of those whom a report describes by theirs: "VEL:people", "own:some cooks:VEL"."""
    parts = who.split(":")
    code = parts[0] if parts[-1] == "people" else parts[-1] if parts[0] == "own" and len(parts) > _PAIR else ""
    return code if len(code) == _CODE and code.isupper() else None


_PAIR, _CODE = 2, 3
