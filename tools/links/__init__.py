"""Which links of a year of news are actors, and which of them the gazetteer knows."""
