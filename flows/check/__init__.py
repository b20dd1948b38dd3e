"""The gates before publishing: each table against its schema, rules across tables, drift against the last release."""
