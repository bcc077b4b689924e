"""What the words of a report are to one another: mentions, slots, triggers, numbers, and who is understood."""
