"""English: how it says dates, what its sentences do with them, how it asks."""
