"""Trees that cannot be right, set right: each module mends one kind of slip."""
