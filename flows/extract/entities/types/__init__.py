"""What a name names, a person, a body, a place or something else: by itself, or by what stands round it."""
