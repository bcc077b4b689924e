"""Whether a text is English, the one language that Whosays reads so far."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import TYPE_CHECKING

from whosays.errors import UnreadableError

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

# The languages that news comes in, by ISO 639 code. Asked among all the languages of the world, a short English
# text full of names is soon taken for one of them.
_LANGUAGES = {
    "am": "Amharic", "ar": "Arabic", "az": "Azerbaijani", "be": "Belarusian", "bg": "Bulgarian", "bn": "Bengali",
    "ca": "Catalan", "cs": "Czech", "da": "Danish", "de": "German", "el": "Greek", "en": "English", "es": "Spanish",
    "et": "Estonian", "fa": "Persian", "fi": "Finnish", "fr": "French", "ha": "Hausa", "he": "Hebrew", "hi": "Hindi",
    "hr": "Croatian", "hu": "Hungarian", "hy": "Armenian", "id": "Indonesian", "it": "Italian", "ja": "Japanese",
    "ka": "Georgian", "kk": "Kazakh", "ko": "Korean", "ku": "Kurdish", "lt": "Lithuanian", "lv": "Latvian",
    "mk": "Macedonian", "ms": "Malay", "my": "Burmese", "ne": "Nepali", "nl": "Dutch", "no": "Norwegian",
    "pl": "Polish", "ps": "Pashto", "pt": "Portuguese", "ro": "Romanian", "ru": "Russian", "sk": "Slovak",
    "sl": "Slovenian", "so": "Somali", "sq": "Albanian", "sr": "Serbian", "sv": "Swedish", "sw": "Swahili",
    "ta": "Tamil", "tg": "Tajik", "th": "Thai", "tr": "Turkish", "uk": "Ukrainian", "ur": "Urdu", "uz": "Uzbek",
    "vi": "Vietnamese", "zh": "Chinese",
}  # fmt: skip

# Words that hold English together and hardly stand in texts of another language.
_ENGLISH = frozenset("the and of with from that were said has have been their who which after would".split())
_ENGLISH_SHARE = 0.1
_WORD = re.compile(r"[^\W\d_]+")

_ADVICE = "Only English is read so far: translate it first, or leave it out."
_FEWEST_WORDS = 8
_LONGEST = 6000
# How much likelier (natural logarithm) another language has to be: short texts full of names lean either way.
_MARGIN = 8.0


def require_english(text: str) -> None:
    """Stop at a text in another language.

    Texts of fewer than eight words are taken for English unless most of their letters are of another script.

    Raises:
        UnreadableError: naming the language or the script.
    """
    script = _foreign_script(text)
    if script is not None and script != "LATIN":
        language = _language(text)
        name = language if language != "English" else f"the {script.title()} script"
        raise UnreadableError(f"The text is written in {name}, not in English", _ADVICE)
    if len(text.split()) >= _FEWEST_WORDS and (language := _language(text)) != "English":
        raise UnreadableError(f"The text is written in {language}, not in English", _ADVICE)


def _foreign_script(text: str) -> str | None:
    """The script of most letters, when it is not Latin."""
    letters = [char for char in text[:_LONGEST] if char.isalpha()]
    foreign = [char for char in letters if char > "\u024f" and not unicodedata.name(char, "").startswith("LATIN")]
    if 2 * len(foreign) <= len(letters):
        return None
    names = sorted(unicodedata.name(char, "UNKNOWN").split()[0] for char in foreign)
    return max(sorted(set(names)), key=names.count)


def _language(text: str) -> str:
    words = _WORD.findall(text[:_LONGEST].lower())
    glue = [word for word in words if word in _ENGLISH]
    if len(set(glue)) >= 2 and len(glue) >= _ENGLISH_SHARE * len(words):
        return "English"  # whatever the names in it look like: "Erdogan met Aliyev in Shusha" is half Turkish
    # The model has seen next to no upper case, so wire copy in capitals is lowered before it is asked.
    ranked = dict(_identifier().rank(text[:_LONGEST].lower()))
    best = max(ranked, key=lambda code: (ranked[code], code))
    return _LANGUAGES[best] if ranked[best] - ranked["en"] > _MARGIN else "English"


@cache
def _identifier() -> LanguageIdentifier:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # noqa: PLC0415 - half a second, once

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE)
    identifier.set_languages(sorted(_LANGUAGES))
    return identifier
