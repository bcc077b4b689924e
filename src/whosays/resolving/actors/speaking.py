"""Who goes on speaking: "Ms Ruiz said the dam was safe. | She | added that ..." is Ms Ruiz, whomever she spoke of."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from whosays.parse import Parse, Token
from whosays.records import Statement

_SAYING = frozenset(
    "say add tell note explain insist argue continue state stress write claim conclude warn describe declare recall "
    "maintain contend remark suggest call estimate believe reveal acknowledge point urge accuse blame criticise "
    "criticize condemn denounce praise reiterate repeat predict announce emphasise emphasize underline thank".split()
)
_MAIN = frozenset({"root", "parataxis"})
_JOINED = frozenset({"conj", "xcomp"})


class Speaking:
    """The speakers of a report's statements, sentence by sentence.

    Args:
        parse: the report.
        statements: what is said in it.
        heads: the token of every mention of somebody, by the mention's id.
    """

    def __init__(self, parse: Parse, statements: Sequence[Statement], heads: Mapping[str, int]) -> None:
        self._parse = parse
        self._voices: dict[int, list[int]] = {}
        for statement in statements:
            cue = parse.root_of(*parse.tokens_of(statement.cue))
            speaker = heads.get(statement.speaker or "")
            main = parse.tokens[cue].is_verb and self._is_main(cue)
            according = parse.report.words(statement.cue).lower().startswith("according")
            if speaker is not None and (main or according) and not self._quoted(cue):
                self._voices.setdefault(parse.sentence(cue), []).append(speaker)

    def before(self, pronoun: Token) -> int | None:
        """The token of whoever spoke in the sentence before, for a pronoun that says something; None where nobody did.

        Sentences that are quoted as a whole are passed over. Two speakers in one sentence are nobody.
        """
        verb = self._parse.tokens[pronoun.head]
        if pronoun.dep != "nsubj" or verb.lemma.lower() not in _SAYING or not self._is_main(verb.i):
            return None
        if verb.lemma.lower() == "recall" and not self._parse.children(verb.i, "ccomp"):
            return None  # "It | recalled | its envoy": nothing is said
        if self._quoted(pronoun.i):
            return None
        sentence = self._parse.sentence(pronoun.i) - 1
        while sentence >= 0 and self._all_quoted(sentence):
            sentence -= 1
        voices = set(self._voices.get(sentence, ()))
        return voices.pop() if len(voices) == 1 else None

    def of_quotation(self, speaker: int | None, inside: Token) -> int | None:
        """ "“| He | saved on steel,” she said": she is whoever spoke in the sentence before, and he is not.

        The token of that one, of "he" and "she" alone; None where nobody spoke before.
        """
        token = self._parse.tokens[speaker] if speaker is not None else inside
        return self.before(token) if {token.lower, inside.lower} == {"he", "she"} else None

    def _is_main(self, verb: int) -> bool:
        """Whether a verb tells its sentence, and is no clause of another: "X said | Y had denied it"."""
        token = self._parse.tokens[verb]
        while token.dep in _JOINED and self._parse.tokens[token.head].is_verb:
            token = self._parse.tokens[token.head]
        return token.dep in _MAIN

    def _quoted(self, token: int) -> bool:
        return any(q.open <= token <= q.close for q in self._parse.quotations)

    def _all_quoted(self, sentence: int) -> bool:
        first, last = self._parse.sentences[sentence]
        return any(q.open <= first and last - 1 <= q.close for q in self._parse.quotations)
