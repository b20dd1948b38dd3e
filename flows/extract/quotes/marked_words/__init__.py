"""What is reported in words in marks: before their cue, after it, going on after it, or with none at all."""
