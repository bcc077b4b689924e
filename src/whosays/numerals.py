"""The words for whole numbers that news writes out: "sixteen", "forty", "twenty-four"."""

UNITS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
TEENS = (
    "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
POWERS = ("hundred", "thousand", "million")

NUMERALS = frozenset((*UNITS, *TEENS, *TENS, *POWERS))

# Longest first, so that "sixteen" is not read as "six".
NUMERAL = rf"(?:{'|'.join(TENS)})[- ](?:{'|'.join(UNITS)})\b|" + "|".join(sorted(NUMERALS, key=lambda w: (-len(w), w)))
