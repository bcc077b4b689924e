"""Trees set right before anything is coded: each module mends one way in which a parser hangs words wrongly."""
