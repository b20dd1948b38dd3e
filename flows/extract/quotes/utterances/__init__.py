"""What quotes are found in: sentences that leave a stretch in marks whole, cut into pieces."""
