"""How good the cards are: against experts' decks, and by blind judges."""
