"""When: time expressions anchored on the calendar, and the day of each deed and statement."""
