"""The pipeline round the network: spaCy's English tokenizer with the abbreviations of news."""

from __future__ import annotations

from typing import Any

import spacy
from spacy.attrs import ORTH  # type: ignore[import-not-found]  # a compiled module without types
from spacy.language import Language

# Abbreviations that keep their stop, beyond those that spaCy's English tokenizer knows.
ABBREVIATIONS = (
    "Lt.", "Col.", "Maj.", "Capt.", "Sgt.", "Cpl.", "Pvt.", "Spc.", "Cmdr.", "Brig.", "Adm.", "Ft.", "Hon.", "Amb.",
    "Sec.", "Insp.", "Det.", "Supt.", "Lieut.", "Pres.", "Treas.", "etc.", "dept.", "approx.", "Nos.", "Intl.",
)  # fmt: skip


def blank() -> Language:
    """An English pipeline without components; the model's own tokenizer."""
    nlp = spacy.blank("en")
    tokenizer: Any = nlp.tokenizer  # spaCy's types say only that it can be called
    for form, parts in list(tokenizer.rules.items()):
        if "'" in form and form.isascii():  # DON'T beside don't and Don't
            tokenizer.add_special_case(form.upper(), [{ORTH: part[ORTH].upper()} for part in parts])
    for abbreviation in ABBREVIATIONS:
        for form in (abbreviation, abbreviation.upper(), abbreviation.capitalize()):
            tokenizer.add_special_case(form, [{ORTH: form}])
    return nlp
