"""Lemmas from a table of what the treebanks hold, and by rule for what they do not.

The table has the forms that the rules get wrong, by class of tags, and the lemmas that are known of verbs, nouns and
adjectives. A form that is not listed is taken apart by the regular endings; of the stems that are possible, a known
lemma wins.
"""

from __future__ import annotations

from pathlib import Path

import msgspec

from whosays.errors import KnowledgeError

VOWELS = frozenset("aeiouy")
STRICT_VOWELS = frozenset("aeiou")
PREFIXES = ("re", "over", "under", "out", "un", "mis", "fore", "with", "counter", "pre", "dis", "co")
_PRONOUNS = frozenset({"i", "my", "our", "her", "their", "your", "he", "we", "they", "this", "that"})
# The classes of Penn Treebank tags that the table tells apart; every other tag is "other".
CLASSES = {
    "VB": "base", "VBP": "base", "MD": "modal", "VBD": "verb", "VBN": "verb", "VBG": "verb", "VBZ": "verb",
    "NNS": "noun", "NNP": "name", "NNPS": "name", "JJR": "graded", "JJS": "graded", "RBR": "graded", "RBS": "graded",
}  # fmt: skip


class Table(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """``forms``: class of tags, form, lemma (lower-cased but for names); ``known``: lemmas by class."""

    forms: dict[str, dict[str, str]]
    known: dict[str, frozenset[str]]


class Lemmatizer(msgspec.Struct, frozen=True):
    """Finds the lemma of a form under its tag."""

    table: Table

    def lemma(self, form: str, tag: str) -> str:
        """The lemma of a word form under a Penn Treebank tag, lower-cased; names keep their capitals."""
        kind = CLASSES.get(tag, "other")
        lower = form.lower().replace("’", "'")
        listed = self.table.forms.get(kind, {}).get(form if kind == "name" else lower)
        if listed is not None and not (tag == "NN" and listed in _PRONOUNS):  # "a mine" is nobody's
            return listed
        if kind == "name":
            return _name(form, tag)
        if kind == "verb":
            return self._verb(lower, tag)
        if kind == "noun":
            return self._noun(lower)
        if kind == "graded":
            return self._graded(lower, tag)
        return lower

    def common(self, form: str) -> str | None:
        """The tag of a common noun for a form whose capital tells nothing, at the head of a sentence; else None."""
        lower, known = form.lower(), self.table.known.get("noun", frozenset())
        if lower in known:
            return "NN"
        plural = lower.endswith("s") and any(word in known for word in singulars(lower))
        return "NNS" if plural else None

    def is_third_person(self, form: str) -> bool:
        """Whether a form is a known verb with the -s of "it detains"; not "focus", "discuss"."""
        lower, known = form.lower(), self.table.known.get("verb", frozenset())
        if not lower.endswith("s") or lower.endswith("ss") or lower in known:
            return False
        return any(word in known for word in singulars(lower))

    def _verb(self, lower: str, tag: str) -> str:
        prefix, _, rest = lower.rpartition("-")
        if prefix and rest:
            return f"{prefix}-{self.lemma(rest, tag)}"
        if tag == "VBZ" and lower.endswith("s"):
            return self._choose(singulars(lower), "verb")
        for ending in ("ing", "ed"):
            if lower.endswith(ending) and len(lower) > len(ending) + 1:
                return self._choose(stems(lower[: -len(ending)], ending), "verb")
        listed = self.table.forms.get("verb", {})
        inner = next((p for p in PREFIXES if lower.startswith(p) and lower[len(p) :] in listed), None)
        return lower if inner is None else inner + listed[lower[len(inner) :]]

    def _noun(self, lower: str) -> str:
        if lower.endswith("men") and len(lower) > 4:
            return lower[:-3] + "man"
        if lower.endswith("s") and not lower.endswith("ss"):
            return self._choose(singulars(lower), "noun")
        return lower

    def _graded(self, lower: str, tag: str) -> str:
        ending = "est" if tag.endswith("S") else "er"
        if lower.endswith(ending) and len(lower) > len(ending) + 2:
            return self._choose(stems(lower[: -len(ending)], ending), "adjective")
        return lower

    def _choose(self, candidates: tuple[str, ...], kind: str) -> str:
        known = self.table.known.get(kind, frozenset())
        return next((word for word in candidates if word in known), candidates[0])


def _name(form: str, tag: str) -> str:
    """Names stay as they are; plural ones lose a plain ending, as in "Americans"."""
    plain = tag == "NNPS" and len(form) > 4 and form.endswith("s") and not form.endswith(("ss", "us", "is", "ies"))
    return form[:-1] if plain else form


_SHORT_OES = frozenset({"foes", "toes", "shoes", "hoes", "woes", "canoes", "horseshoes"})


def singulars(plural: str) -> tuple[str, ...]:
    """What a form in -s may come from, the likeliest first."""
    if plural.endswith("ies") and len(plural) > 4:
        return plural[:-3] + "y", plural[:-1]
    if plural in _SHORT_OES:
        return (plural[:-1],)
    if plural.endswith(("sses", "shes", "ches", "xes", "zzes", "oes")):
        return plural[:-2], plural[:-1]
    if plural.endswith("ses"):
        return plural[:-1], plural[:-2]
    if plural.endswith("ves"):
        return plural[:-1], plural[:-3] + "f", plural[:-3] + "fe"
    return (plural[:-1],) if len(plural) > 2 else (plural,)


def stems(rest: str, ending: str) -> tuple[str, ...]:
    """What may stand before -ed, -ing, -er or -est, the likeliest first: "carri" gives carry, "stopp" stop."""
    if rest.endswith("i") and ending != "ing":
        return rest[:-1] + "y", rest
    doubled = len(rest) > 3 and rest[-1] == rest[-2] and rest[-1] not in STRICT_VOWELS
    if doubled:
        single = rest[:-1]
        return (rest, single) if rest[-1] in "lsfz" else (single, rest)
    if _wants_e(rest):
        return rest + "e", rest
    return rest, rest + "e"


def _wants_e(rest: str) -> bool:
    """Whether a bare stem looks like one that lost its -e: "declar", "us", "forc", "releas", "continu"."""
    if len(rest) < 2 or not any(c in VOWELS for c in rest):
        return False
    if rest.endswith(("c", "v", "z", "u", "dg", "rg", "lg", "ag", "ieg", "ais", "aus", "eas", "ois")):
        return not rest.endswith("zz")
    if rest.endswith(("bl", "pl", "tl", "dl", "gl", "fl", "kl", "zl")):
        return True
    if rest.endswith(("ens", "ans", "ers", "urs", "aps", "els", "als")):
        return True
    after_two = rest[-3:-2] in STRICT_VOWELS and rest[-2] in STRICT_VOWELS
    if after_two or rest[-1] in "wxyaeioh" or rest[-2] not in VOWELS:
        latinate = rest.endswith(("eat", "iat", "uat")) and not rest.endswith("treat") and _syllables(rest) > 1
        return latinate or rest.endswith(("quir", "quit"))
    if _syllables(rest) == 1:
        return True
    return rest.endswith(_SILENT)


# Endings of stems of two or more syllables that have an -e: "execut", "invad", "provid", "declar", "combin".
_SILENT = (
    "at", "ut", "ad", "id", "ud", "od", "ir", "ur", "clar", "plor", "gnor", "stor", "cit", "vit", "dit", "in",
    "as", "es", "is", "os", "us", "ys", "ak", "ok", "am", "um", "om", "ap", "op", "yp", "ib", "ub", "il", "ul", "ol",
)  # fmt: skip


def _syllables(rest: str) -> int:
    """How many groups of vowels."""
    return sum(c in VOWELS and (i == 0 or rest[i - 1] not in VOWELS) for i, c in enumerate(rest))


def load(path: Path) -> Lemmatizer:
    """Read the table of a model.

    Raises:
        KnowledgeError: The file is missing or is no table.
    """
    try:
        return Lemmatizer(msgspec.json.decode(path.read_bytes(), type=Table))
    except (OSError, msgspec.MsgspecError) as error:
        raise KnowledgeError(
            f"The language model's lemma table {path.name} cannot be read ({error}). Install Whosays anew"
        ) from error
