"""The web desk: pages served on this machine, each with a JSON twin. ``whosays serve`` starts it."""

from whosays.web.app import make_app
from whosays.web.serving import Serving, serve

__all__ = ["Serving", "make_app", "serve"]
