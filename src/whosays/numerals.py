"""The words for whole numbers that news writes out: "sixteen", "forty", "twenty-four"."""

UNITS = ("eight", "five", "four", "nine", "one", "seven", "six", "three", "two")
TEENS = (
    "eighteen", "eleven", "fifteen", "fourteen", "nineteen", "seventeen", "sixteen", "ten", "thirteen", "twelve",
)  # fmt: skip
TENS = ("eighty", "fifty", "forty", "ninety", "seventy", "sixty", "thirty", "twenty")
POWERS = ("hundred", "thousand", "million")

NUMERALS = frozenset((*UNITS, *TEENS, *TENS, *POWERS))

# Longest first, so that "sixteen" is not read as "six".
NUMERAL = rf"(?:{'|'.join(TENS)})[- ](?:{'|'.join(UNITS)})\b|" + "|".join(sorted(NUMERALS, key=lambda w: (-len(w), w)))
