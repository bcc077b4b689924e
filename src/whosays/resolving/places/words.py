"""The words by which places stand in a sentence, read once from ``data/ontology/places.yaml``."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

import msgspec
import yaml

from whosays.errors import KnowledgeError
from whosays.parse import Parse

_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


LARGE_TOWN = 100_000  # people: so many know it that it needs no introduction


class PlaceWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The vocabulary file as it stands; the comments there say what each list is for."""

    where: frozenset[str]
    way: frozenset[str]
    near: frozenset[str]
    near_nouns: frozenset[str]
    portions: frozenset[str]
    accords: frozenset[str]
    posts: frozenset[str]
    leaving_verbs: frozenset[str]
    sending_verbs: frozenset[str]
    striking: frozenset[str]
    nouns: dict[str, frozenset[str]]
    parts: frozenset[str]
    town_parts: frozenset[str]
    still_verbs: frozenset[str]
    saying_verbs: frozenset[str]
    reached_verbs: frozenset[str]
    ground_verbs: frozenset[str]
    abbreviations: dict[str, str]
    alone: frozenset[str]
    features: frozenset[str]
    feature_heads: frozenset[str]
    never: frozenset[str]
    seldom: frozenset[str]
    surnames: frozenset[str]
    illnesses: frozenset[str]
    bearings: dict[str, float]
    units: dict[str, float]
    numbers: dict[str, int]

    def noun_kind(self, word: str) -> str | None:
        """The kind of place that a noun names ("town" is a city); None for other words."""
        return next((kind for kind, listed in self.nouns.items() if word in listed), None)

    def is_doubtful(self, name: str) -> bool:
        """Whether a name is a word, a surname or a seldom place, whatever the map holds."""
        return name.lower() in self.never | self.seldom | self.surnames

    def strikes(self, parse: Parse, head: int) -> bool:
        """Whether force is told of by a word or by its object: "an attack", "conducted airstrikes"."""
        told = (parse.tokens[head], *parse.children(head, "obj"))
        return any(token.lemma.lower() in self.striking for token in told)

    def is_never(self, name: str) -> bool:
        """Whether a name is a word that no namesake on the map is believed for."""
        return name.lower() in self.never


@cache
def place_words() -> PlaceWords:
    """The vocabulary, read on first use.

    Raises:
        KnowledgeError: the file does not hold what is needed.
    """
    text = (files("whosays") / "data" / "ontology" / "places.yaml").read_text(encoding="utf-8")
    try:
        return msgspec.convert(yaml.load(text, Loader=_Loader), PlaceWords)
    except (yaml.YAMLError, msgspec.ValidationError) as error:
        raise KnowledgeError(f"places.yaml cannot be used: {error}. Mend the entry that is named.") from error
