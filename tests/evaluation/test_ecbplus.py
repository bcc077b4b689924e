"""ECB+: spelling tokens, reading an article with its list of sentences, and the clusters of two tellings."""

from __future__ import annotations

from pathlib import Path

import pytest

from evaluation.__main__ import main
from evaluation.request import EvaluationError, Request
from evaluation.sets import ecbplus
from evaluation.sets.ecbplus import Action
from evaluation.spelling import spelt


def test_tokens_are_spelt_as_text_is() -> None:
    tokens = ["They", "did", "n't", "go", "(", "yet", ")", ",", '"', "Ana", "'s", "men", '"', "said", "."]
    text, places = spelt(tokens)
    assert text == "They didn't go (yet), \"Ana's men\" said."
    assert [text[a:b] for a, b in places] == tokens


def _article(folder: Path, name: str, sentences: list[list[str]], actions: list[tuple[int, str | None]]) -> None:
    """Writes an article: words by sentence, and actions as (number of the word from 1, instance)."""
    tokens, number = "", 0
    for at, words in enumerate(sentences):
        for word in words:
            number += 1
            tokens += f'<token t_id="{number}" sentence="{at}" number="0">{word}</token>'
    marks = "".join(
        f'<ACTION_OCCURRENCE m_id="{m}"><token_anchor t_id="{word}"/></ACTION_OCCURRENCE>'
        for m, (word, _) in enumerate(actions, 1)
    )
    links = "".join(
        f'<CROSS_DOC_COREF r_id="{m}" note="{note}"><source m_id="{m}"/><target m_id="99"/></CROSS_DOC_COREF>'
        for m, (_, note) in enumerate(actions, 1)
        if note
    )
    body = f"<Document>{tokens}<Markables>{marks}</Markables><Relations>{links}</Relations></Document>"
    (folder / "9").mkdir(exist_ok=True)
    (folder / "9" / name).write_text(body)


def _corpus(folder: Path) -> None:
    first = "Gunmen killed the mayor of Karu on 4 March 2019 .".split()
    second = "On 4 March 2019 the mayor of Karu was killed .".split()
    _article(folder, "9_1ecb.xml", [first, ["Rain", "fell", "."]], [(2, "ACT1"), (12, None)])
    _article(folder, "9_2ecbplus.xml", [["http", ":"], second], [(12, "ACT1")])
    rows = ["Topic,File,Sentence Number", "9,1ecb,0", "9,2ecbplus,1"]
    (folder / "ECBplus_coreference_sentences.csv").write_text("\n".join(rows))


def test_only_actions_of_listed_sentences_count(tmp_path: Path) -> None:
    _corpus(tmp_path)
    first, second = ecbplus.articles(Request(data=(tmp_path,)))
    assert first.text == "Gunmen killed the mayor of Karu on 4 March 2019.\nRain fell.\n"
    assert first.actions == (Action(7, 13, "ACT1"),)
    assert second.text.startswith("On 4 March 2019 the mayor")
    assert [second.text[a.start : a.end] for a in second.actions] == ["killed"]


def test_the_list_of_sentences_is_needed(tmp_path: Path) -> None:
    _corpus(tmp_path)
    (tmp_path / "ECBplus_coreference_sentences.csv").unlink()
    with pytest.raises(EvaluationError, match="not beside the topic folders"):
        list(ecbplus.articles(Request(data=(tmp_path,))))


def test_the_same_lemma_is_one_cluster_for_the_baseline(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _corpus(tmp_path)
    assert main(["ecbplus", "--data", str(tmp_path)]) == 0
    line = capsys.readouterr().out.splitlines()[-1]
    assert "lemma_conll_f1=1.0000" in line
    assert "articles=2 mentions=2 chains=1" in line
