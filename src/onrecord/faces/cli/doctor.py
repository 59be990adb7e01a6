"""``onrecord doctor``: what is installed, and what is not."""

from __future__ import annotations

import platform
import re
import sys
from importlib.metadata import PackageNotFoundError, requires, version

import click

from onrecord import __version__
from onrecord.errors import BrokenInstallation, OnrecordError
from onrecord.run.pipeline import reader

_NAME = re.compile(r"^[\w.-]+")
_EXTRAS = {"psycopg": "ledgers on PostgreSQL", "torch": "training the reader model (make model)"}


@click.command()
def doctor() -> None:
    """Say which version and model this is, what is installed, and what is not."""
    click.echo(f"onrecord {__version__}, Python {platform.python_version()}, {platform.platform()}")
    missing = []
    for name in _needed():
        try:
            click.echo(f"  {name} {version(name)}")
        except PackageNotFoundError:
            missing.append(name)
            click.echo(f"  {name}: MISSING")
    for name, use in _EXTRAS.items():
        try:
            click.echo(f"  {name} {version(name)} (for {use})")
        except PackageNotFoundError:
            click.echo(f"  {name}: not installed; only needed for {use}")
    try:
        model = reader()
        probe = model.probe()
        click.echo(f"  reader model {model.name}: {probe}")
    except OnrecordError as error:
        click.echo(f"  reader model: {error.problem}")
        raise
    if missing:
        raise BrokenInstallation(f"{', '.join(missing)} is missing.", "Install Onrecord again with pip.")
    click.echo("Everything that reading needs is here.")
    sys.stdout.flush()


def _needed() -> list[str]:
    """Names of the packages that the base installation requires."""
    try:
        lines = requires("onrecord") or []
    except PackageNotFoundError:
        return []
    return sorted(name for line in lines if "extra ==" not in line for name in _NAME.findall(line))
