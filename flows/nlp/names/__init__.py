"""The recogniser of names: its component, its weights, and the command that trains it."""
