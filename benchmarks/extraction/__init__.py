"""How well the text of articles is taken from pages, on a public benchmark."""
