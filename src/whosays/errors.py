"""What can go wrong by a user's hand or by the world's, each with what to do about it.

Programmer mistakes are assertions; everything a user can cause or meet is a :class:`WhosaysError`.
"""


class WhosaysError(Exception):
    """The base of every error that Whosays raises on purpose; the text says what to do."""


class UnreadableError(WhosaysError):
    """A source holds no report that can be read: empty, binary, truncated, or not in English."""

    def __init__(self, reason: str, advice: str) -> None:
        super().__init__(f"{reason}. {advice}")
        self.reason = reason
        self.advice = advice


class RecordError(WhosaysError):
    """A line that should hold a record does not; the message names the path of the bad value."""


class KnowledgeError(WhosaysError):
    """A knowledge file (ontology, gazetteer, a user's own list) is wrong; file and entry are named."""


class NotFoundError(WhosaysError):
    """A name was asked for that is not there; the message lists the names that are."""


class StoreError(WhosaysError):
    """The database cannot be used as asked."""


class SettingsError(WhosaysError):
    """A setting or an option is wrong; the message names it and the values it may take."""


class MissingPackageError(WhosaysError):
    """What was asked for needs a package that is an extra and is not installed."""

    def __init__(self, package: str, extra: str) -> None:
        super().__init__(f"this needs the package {package}: install it with  pip install 'whosays[{extra}]'")
        self.package = package
        self.extra = extra
