"""When and where an event happens: by its own phrase, its clause, the occasion, or the day that the article reports."""
