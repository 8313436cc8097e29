"""What the rules need to know of English: words, clauses, verbs, lists, abbreviations."""
