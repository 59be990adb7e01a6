"""Migrations of the tables, oldest first; each and its record are one transaction."""
