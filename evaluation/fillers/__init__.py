"""Who and what plays which role in the attacks of a report, as the task of MUC-4 counts them, by learnt signs."""

from __future__ import annotations

from evaluation.fillers.choosing import Chance, fillers
from evaluation.fillers.gates import ROLES
from evaluation.fillers.offering import Filler, normal, offered
from evaluation.fillers.sentences import Read

__all__ = ["ROLES", "Chance", "Filler", "Read", "fillers", "normal", "offered"]
