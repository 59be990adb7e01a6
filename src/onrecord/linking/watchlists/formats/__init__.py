"""The files in which watch lists come, read into entries."""
