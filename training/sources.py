"""The corpora that go in: where they lie, under which licence, and the hash of what was used."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path

import yaml

PATH = Path(__file__).with_name("sources.yaml")


@dataclass(frozen=True)
class Source:
    """One corpus. ``use`` is ``train`` or ``measure``; ``path`` is relative to the corpora folder."""

    key: str
    name: str
    path: str
    use: str
    licence: str
    attribution: str


def load(path: Path = PATH) -> tuple[Source, ...]:
    """Read the list of corpora."""
    return tuple(Source(**row) for row in yaml.safe_load(path.read_text(encoding="utf-8")))


def file_hash(path: Path) -> str:
    """SHA-256 of a file, or of the names and hashes of all files below a folder."""
    if path.is_file():
        return hashlib.sha256(path.read_bytes()).hexdigest()
    digest = hashlib.sha256()
    for file in sorted(p for p in path.rglob("*") if p.is_file()):
        digest.update(f"{file.relative_to(path).as_posix()} {file_hash(file)}\n".encode())
    return digest.hexdigest()
