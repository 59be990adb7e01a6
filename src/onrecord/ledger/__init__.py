"""Readings kept: tables, migrations, one writer at a time. SQLite by default, PostgreSQL for teams."""
