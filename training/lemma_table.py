"""The lemma table: what the treebanks and a short hand-kept list say of the forms that the rules get wrong."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from pathlib import Path

import yaml

from training.conllu import sentences
from training.corpora import Text
from whosays.parsing.lemmas import CLASSES, Lemmatizer, Table

PATH = Path(__file__).with_name("lemmas.yaml")
KNOWN_CLASSES = {"verb": "verb", "base": "verb", "noun": "noun", "graded": "adjective"}
KNOWN_TAGS = {"VB": "verb", "NN": "noun", "JJ": "adjective"}
NEWS_COUNT = 3  # a base form that the news corpus has at least this often is a known lemma

Counts = dict[tuple[str, str], Counter[str]]


def build(treebanks: Iterable[Path], news: Iterable[Text]) -> Table:
    """Build the table.

    Args:
        treebanks: CoNLL-U files with lemmas.
        news: Tagged texts, from which base forms are taken as known lemmas.
    """
    counts = _counts(treebanks)
    chosen = {key: min(lemmas, key=lambda lemma: (-lemmas[lemma], lemma)) for key, lemmas in counts.items()}
    by_hand = _by_hand()
    for kind, listed in by_hand.items():
        chosen.update({(kind, form): lemma for form, lemma in listed.items()})
    known = _known(counts, chosen, news)
    ruled = Lemmatizer(Table(forms={}, known=known))
    forms: dict[str, dict[str, str]] = {}
    for (kind, form), lemma in sorted(chosen.items()):
        often = form in by_hand.get(kind, {}) or counts[kind, form][lemma] > 1
        if lemma != ruled.lemma(form, _tag(kind)) and (often or _irregular(kind, form)):
            forms.setdefault(kind, {})[form] = lemma
    return Table(forms=forms, known=known)


def _counts(treebanks: Iterable[Path]) -> Counts:
    counts: Counts = {}
    for path in treebanks:
        for sentence in sentences(path):
            for word in sentence.words:
                kind = CLASSES.get(word.tag, "other")
                form = word.form if kind == "name" else word.form.lower().replace("’", "'")
                lemma = word.lemma if kind == "name" else word.lemma.lower()
                if form.isascii() and _is_word(form) and _is_word(lemma):
                    counts.setdefault((kind, form), Counter())[lemma] += 1
    return counts


def _is_word(text: str) -> bool:
    """Letters with what words hold beside them; no addresses, numbers or slips of the keyboard."""
    return any(c.isalpha() for c in text) and all(c.isalpha() or c in "'.- `" for c in text) and ".com" not in text


def _by_hand() -> dict[str, dict[str, str]]:
    table = yaml.safe_load(PATH.read_text(encoding="utf-8"))
    return {kind: {form: lemma for lemma, forms in lemmas.items() for form in forms} for kind, lemmas in table.items()}


def _known(counts: Counts, chosen: dict[tuple[str, str], str], news: Iterable[Text]) -> dict[str, frozenset[str]]:
    """The lemmas of the treebanks, met more than once or in base form, and the base forms of the news."""
    known: dict[str, set[str]] = {"verb": set(), "noun": set(), "adjective": set()}
    for (kind, _), lemma in chosen.items():
        if kind in KNOWN_CLASSES and lemma.isalpha():
            known[KNOWN_CLASSES[kind]].add(lemma)
    for (kind, form), lemmas in counts.items():
        if kind == "other" and form.isalpha() and sum(lemmas.values()) > 1:
            known["noun"].add(form)
            known["adjective"].add(form)
    met: Counter[tuple[str, str]] = Counter()
    for text in news:
        met.update((KNOWN_TAGS[t], w.lower()) for w, t in zip(text.words, text.tags, strict=True) if t in KNOWN_TAGS)
    for (kind, form), count in met.items():
        if count >= NEWS_COUNT and form.isalpha() and form.isascii():
            known[kind].add(form)
    return {kind: frozenset(lemmas) for kind, lemmas in known.items()}


def _irregular(kind: str, form: str) -> bool:
    """Whether a form met once counts: not where typing errors are the likelier reason for it to be unlike the rules."""
    return kind in {"verb", "noun", "graded"} and not form.endswith(("ed", "ing"))


def _tag(kind: str) -> str:
    """A tag of a class, to ask the rules by."""
    return {"verb": "VBD", "base": "VB", "modal": "MD", "noun": "NNS", "name": "NNP", "graded": "JJR"}.get(kind, "XX")
