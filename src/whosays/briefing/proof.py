"""Whether a situation report says only what its notes carry: numbers and names that no cited words account for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from whosays.briefing import phrases
from whosays.briefing.shape import Brief, Note, Sentence
from whosays.briefing.trend import TITLE
from whosays.records import CodedReport

_NUMBER = re.compile(r"\d[\d,.]*\d|\d")
_MONTH = "January|February|March|April|May|June|July|August|September|October|November|December"
# Days are worked out from words ("Tuesday"), and have their own basis in the record.
_DATE = re.compile(
    rf"(?:\d{{1,2}} )?(?:to \d{{1,2}} )?(?:{_MONTH})(?: \d{{4}})?|\d{{4}}-\d\d-\d\d|\b(?:in|the) \d{{4}}s?\b"
)
_NAME = re.compile(r"[A-Z][\w'\u2019-]*(?:(?: (?:of|the|for|al|de|bin|du))* [A-Z][\w'\u2019-]*)*")
_WORDS = {  # by the alphabet
    8: "eight", 18: "eighteen", 80: "eighty", 11: "eleven", 15: "fifteen", 50: "fifty", 5: "five", 40: "forty",
    4: "four", 14: "fourteen", 100: "hundred", 9: "nine", 19: "nineteen", 90: "ninety", 1: "one a an", 7: "seven",
    17: "seventeen", 70: "seventy", 6: "six", 16: "sixteen", 60: "sixty", 10: "ten", 13: "thirteen", 30: "thirty",
    1000: "thousand", 3: "three", 12: "twelve dozen", 20: "twenty", 2: "two both pair",
}  # fmt: skip


def unproven(brief: Brief, records: Iterable[CodedReport]) -> tuple[str, ...]:
    """What a report says without cover, as "sentence: what is not covered"; empty when all is covered.

    A number must stand in the words of the sentence's own notes, in figures or in letters. A name must stand in them,
    or be that of somebody or some place whom a cited report names in its own words. What is in quotation marks is
    the reports' own.
    """
    by_id = {record.report.id: record for record in records}
    notes = {note.number: note for note in brief.notes}
    found: list[str] = []
    for section in brief.sections:
        if section.title == TITLE:  # counts of incidents, which no report tells
            continue
        for paragraph in section.paragraphs:
            for sentence in paragraph.sentences:
                cited = [notes[number] for number in sentence.notes]
                bare = [*_bare_numbers(sentence, cited, by_id), *_bare_names(sentence, cited, by_id)]
                found.extend(f"{sentence.text}: {what}" for what in bare)
    return tuple(found)


def _own(text: str) -> str:
    """A sentence without what it quotes and without its dates."""
    return _DATE.sub(" ", re.sub("\u201c.*?\u201d", " ", text))


def _bare_numbers(sentence: Sentence, cited: Sequence[Note], records: dict[str, CodedReport]) -> Iterator[str]:
    named = {name for note in cited if note.report in records for name in _names_of(records[note.report])}
    named = {
        name for name in named if name in sentence.text.casefold()
    }  # "about 400 members": who they are, not how many
    words = " ".join((*(note.words for note in cited), *named)).lower()
    figures = {figure.replace(",", "") for figure in _NUMBER.findall(words)}
    letters = set(re.findall(r"[a-z]+", words))
    for figure in _NUMBER.findall(_own(sentence.text)):
        plain = figure.rstrip(".,").replace(",", "")
        if plain not in figures and not _spelt(plain, letters):
            yield figure


def _spelt(figure: str, letters: set[str]) -> bool:
    """Whether a number stands in letters: each of its parts ("forty-two") does."""
    if not figure.isdigit():
        return False
    number = int(figure)
    if number == 1:
        return True  # one person is as often "a man" or a name
    known = _WORDS.get(number)
    if known:
        return bool(set(known.split()) & letters)
    tens, ones = number // 10 * 10, number % 10
    return number < 100 and {_WORDS[tens], _WORDS[ones]} <= letters if ones and tens in _WORDS else number >= 1000


def _bare_names(sentence: Sentence, cited: Sequence[Note], records: dict[str, CodedReport]) -> Iterator[str]:
    words = " ".join(f"{note.words} {note.publisher or ''}" for note in cited).casefold()
    named = {name for note in cited if note.report in records for name in _names_of(records[note.report])}
    for match in _NAME.finditer(_own(sentence.text)):
        name = match.group().removesuffix("'s").removesuffix("\u2019s")
        first, _, rest = name.partition(" ")
        if match.start() == 0 and first in _starts():  # a capital that only its place gave it
            name = rest
        if name and name.casefold() not in words and not any(name.casefold() in known for known in named):
            yield name


@cache
def _starts() -> frozenset[str]:
    """Words with which a sentence begins that is about no name: small ones, and what deeds are called."""
    deeds = phrases.load().deeds.values()
    nouns = {noun.removeprefix("a ").removeprefix("an ") for d in deeds for noun in (d.noun, *d.modes.values())}
    return _STARTS | {noun.split()[0].capitalize() for noun in nouns}


_STARTS = frozenset(  # by the alphabet
    """A About An At Attacks Between Eight Five Four Held In Nine No One People Seven Several Six Some Suspicion Ten
    The There Three Two Up""".split()
)


def _names_of(record: CodedReport) -> Iterator[str]:
    """What everybody and every place in a report is called, by the report and by the lists."""
    yield (record.report.publisher or "").casefold()
    for entity in record.entities:
        yield entity.name.casefold()
    for mention in record.mentions:
        yield " ".join(record.report.words(mention.span).split()).casefold()
