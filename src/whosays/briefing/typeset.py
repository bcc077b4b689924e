"""A situation report as a PDF, set by typst; notes are numbered at the end and linked."""

from __future__ import annotations

from whosays.briefing.pictures import drawn
from whosays.briefing.shape import Brief, Sentence
from whosays.briefing.text import counted, headed, left_out, note_text, nothing, source_text
from whosays.errors import MissingPackageError

_HEAD = """\
#set document(title: {title}, date: none)
#set page(paper: "a4", margin: (x: 24mm, y: 22mm), numbering: "1 / 1")
#set text(size: 10.5pt, lang: "en")
#set par(justify: true)
#show heading.where(level: 1): set text(size: 17pt)
#show heading.where(level: 2): it => block(above: 1.6em, below: .8em, text(size: 12.5pt, it.body))
"""


def pdf(brief: Brief) -> bytes:
    """The report as the bytes of a PDF file.

    Raises:
        MissingPackageError: typst is not installed.
    """
    try:
        import typst  # noqa: PLC0415 - an extra
    except ImportError as error:
        raise MissingPackageError("typst", "report") from error

    made = typst.compile(markup(brief).encode(), format="pdf", ignore_system_fonts=True)
    assert isinstance(made, bytes), "one document, one file"
    return made


def png(svg: str) -> bytes:
    """A picture as pixels, for forms that take no drawings.

    Raises:
        MissingPackageError: typst is not installed.
    """
    try:
        import typst  # noqa: PLC0415 - an extra
    except ImportError as error:
        raise MissingPackageError("typst", "report") from error

    page = f'#set page(width: 160mm, height: auto, margin: 0pt)\n#image(bytes({_literal(svg)}), format: "svg")'
    made = typst.compile(page.encode(), format="png", ppi=150.0, ignore_system_fonts=True)
    assert isinstance(made, bytes), "one page, one picture"
    return made


def markup(brief: Brief) -> str:
    """The report in typst's language; all text goes in as string literals, so that nothing in it is markup."""
    lines = [
        _HEAD.format(title=_literal(brief.title)),
        f"= #{_literal(brief.title)}",
        f"#{_literal(counted(brief.counts))}",
    ]
    lines.extend(f"#{_literal(line)}" for line in nothing(brief))
    for picture in drawn(brief):
        image = f'image(bytes({_literal(picture.svg)}), format: "svg", width: 100%, alt: {_literal(picture.told)})'
        lines.append(f"#figure({image}, caption: [#{_literal(picture.caption)}], numbering: none)")
    for section in brief.sections:
        lines.append(f"== #{_literal(section.title)}")
        for paragraph in section.paragraphs:
            head = f"*#{_literal(headed(paragraph.heading))}* " if paragraph.heading else ""
            lines.append(head + " ".join(_sentence(sentence) for sentence in paragraph.sentences))
        lines.extend(f"#emph[#{_literal(line)}]" for line in left_out(section))
    if brief.notes:
        lines.append("== Notes")
        lines.append("#set text(size: 8.5pt); #set par(justify: false)")
        lines.extend(
            f"#{_literal(f'[{note.number}]')} #{_literal(note_text(note))} <n{note.number}>" for note in brief.notes
        )
    if brief.sources:
        lines.append("== Sources")
        lines.extend(f"#{_literal(source_text(source))}" for source in brief.sources)
    return "\n\n".join(lines) + "\n"


def _sentence(sentence: Sentence) -> str:
    numbers = ",".join(f"#link(<n{number}>)[{number}]" for number in sentence.notes)
    return f"#{_literal(sentence.text)}#super[{numbers}]"


def _literal(text: str) -> str:
    """A string of typst's."""
    plain = "".join(c if c >= " " else " " for c in text)
    return '"' + plain.replace("\\", "\\\\").replace('"', '\\"') + '"'
