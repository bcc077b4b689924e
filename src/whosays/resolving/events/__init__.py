"""The same deed told twice in one report: what makes two tellings one, and what keeps them apart."""
