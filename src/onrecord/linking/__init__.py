"""Reading -> who is who."""
