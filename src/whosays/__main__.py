"""``python -m whosays`` is ``whosays``."""

import sys

from whosays.cli import main

if __name__ == "__main__":
    sys.exit(main())
