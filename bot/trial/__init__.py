"""The playground as Urakata shows itself in it: a sample team, its last fortnight, a guided tour."""
