"""Death without a deed: "killed when a bus collided with a truck", "six people are killed by spreading wildfires"."""

from __future__ import annotations

from whosays.coding.triggers import Found
from whosays.ontology import Ontology
from whosays.parse import Parse

_BACK = 2  # sentences


def is_accident(parse: Parse, found: Found, ontology: Ontology) -> bool:
    """Whether a verb of harm without an actor stands in a sentence that tells of an accident, and of no attack.

    Where the sentence itself tells of neither ("Five people were killed."), those right before it say which it was.
    """
    trigger = found.trigger
    if trigger.pos != "verb" or trigger.effect is None or trigger.mode is not None:
        return False
    if any(not _is_vehicle(parse.tokens[h].lemma.lower(), ontology) for h in found.slots.get("subject", ())):
        return False
    sentence = parse.sentence(found.head)
    told = _mishap(parse, sentence, ontology, found.tokens)
    for before in range(sentence - 1, max(sentence - 1 - _BACK, -1), -1):
        if told is not None:
            break
        told = _mishap(parse, before, ontology, ())
    return bool(told)


def _mishap(parse: Parse, sentence: int, ontology: Ontology, without: tuple[int, ...]) -> bool | None:
    """Whether a sentence tells of an accident (True) or of an attack (False); None when of neither."""
    nouns = ontology.nouns
    mishap = False
    for i in range(*parse.sentences[sentence]):
        token, lemma = parse.tokens[i], parse.tokens[i].lemma.lower()
        if i in without:
            continue
        if i and nouns.in_set("disaster", f"{parse.tokens[i - 1].lemma.lower()} {lemma}"):  # "a gas explosion"
            mishap = True
            continue
        if nouns.in_set("weapon", lemma) or _is_attack(lemma, token.is_verb, ontology):
            return False
        mishap = mishap or nouns.in_set("disaster", lemma) or (token.is_verb and nouns.in_set("mishap", lemma))
        mishap = mishap or (nouns.in_set("hazard", lemma) and any(c.lower == "a" for c in parse.children(i, "det")))
    return mishap or None


def _is_attack(lemma: str, verb: bool, ontology: Ontology) -> bool:
    pos = "verb" if verb else "noun"
    return any(
        t.event == "ASSAULT"
        and t.effect is None
        and not t.weak
        and len(t.words) == 1
        and not t.object
        and not t.subject
        for t in ontology.triggers(lemma, pos)  # type: ignore[arg-type]
    )


def _is_vehicle(lemma: str, ontology: Ontology) -> bool:
    return ontology.nouns.kind_of(lemma) == "thing" and ontology.nouns.weapon_mode(lemma) is None
