"""The untrained pipelines: which layers, how wide, and the tokenizer's own abbreviations."""

from __future__ import annotations

from typing import Any, Literal

import spacy
from spacy.attrs import ORTH  # type: ignore[import-not-found]  # a compiled module without types
from spacy.language import Language

Part = Literal["syntax", "names"]

WIDTH = 128
DEPTH = {"syntax": 6, "names": 4}
ROWS = {"syntax": [8000, 1000, 3000, 2500], "names": [10000, 1000, 2500, 2500]}
ATTRIBUTES = ["NORM", "PREFIX", "SUFFIX", "SHAPE"]

# Abbreviations that keep their stop, beyond those that spaCy's English tokenizer knows.
ABBREVIATIONS = (
    "Lt.", "Col.", "Maj.", "Capt.", "Sgt.", "Cpl.", "Pvt.", "Spc.", "Cmdr.", "Brig.", "Adm.", "Ft.", "Hon.", "Amb.",
    "Sec.", "Insp.", "Det.", "Supt.", "Lieut.", "Pres.", "Treas.", "etc.", "dept.", "approx.", "Nos.", "Intl.",
)  # fmt: skip


def blank(part: Part) -> Language:
    """An untrained English pipeline: ``syntax`` is tagger and parser on shared layers, ``names`` the entities."""
    nlp = spacy.blank("en")
    tokenizer: Any = nlp.tokenizer  # spaCy's types say only that it can be called
    for form, parts in list(tokenizer.rules.items()):
        if "'" in form and form.isascii():  # DON'T beside don't and Don't
            tokenizer.add_special_case(form.upper(), [{ORTH: part[ORTH].upper()} for part in parts])
    for abbreviation in ABBREVIATIONS:
        for form in (abbreviation, abbreviation.upper(), abbreviation.capitalize()):
            tokenizer.add_special_case(form, [{ORTH: form}])
    if part == "names":
        nlp.add_pipe("ner", config={"model": _transitions("ner", _layers("names"))})
        return nlp
    nlp.add_pipe("tok2vec", config={"model": _layers("syntax")})
    listener = {"@architectures": "spacy.Tok2VecListener.v1", "width": WIDTH, "upstream": "tok2vec"}
    nlp.add_pipe("tagger", config={"model": {"@architectures": "spacy.Tagger.v2", "tok2vec": listener}})
    nlp.add_pipe("parser", config={"model": _transitions("parser", listener), "min_action_freq": 20})
    return nlp


def _layers(part: Part) -> dict[str, object]:
    return {
        "@architectures": "spacy.Tok2Vec.v2",
        "embed": {
            "@architectures": "spacy.MultiHashEmbed.v2",
            "width": WIDTH,
            "attrs": ATTRIBUTES,
            "rows": ROWS[part],
            "include_static_vectors": False,
        },
        "encode": {
            "@architectures": "spacy.MaxoutWindowEncoder.v2",
            "width": WIDTH,
            "depth": DEPTH[part],
            "window_size": 1,
            "maxout_pieces": 3,
        },
    }


def _transitions(state: str, tok2vec: dict[str, object]) -> dict[str, object]:
    return {
        "@architectures": "spacy.TransitionBasedParser.v2",
        "state_type": state,
        "extra_state_tokens": False,
        "hidden_width": 64 if state == "ner" else 128,
        "maxout_pieces": 2,
        "use_upper": True,
        "tok2vec": tok2vec,
    }
