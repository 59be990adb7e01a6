#!/bin/sh
# Installs Onrecord, as it stands here, into a virtual environment.
#
#   sh tools/set-up-python.sh PYTHON VENV EXTRA [PIP-ARGUMENT...]
#
# EXTRA is an extra of pyproject.toml, or empty. Makes the environment where there is none.
set -eu
python=$1 venv=$2 extra=$3
shift 3

fail() {
    printf '%s\n' "$@" >&2
    exit 1
}

if [ ! -x "$venv/bin/python" ]; then
    command -v "$python" >/dev/null 2>&1 ||
        fail "There is no $python here." "Install Python 3.11 or later, or name one: make PYTHON=/path/to/python3"
    "$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' ||
        fail "$("$python" --version) is too old." "Install Python 3.11 or later, or name one: make PYTHON=python3.11"
    echo "Setting up $venv ..."
    # Debian keeps what 'venv' needs in a package of its own.
    if ! "$python" -c 'import ensurepip' >/dev/null 2>&1; then
        sh "$(dirname "$0")/apt-install.sh" python3-venv ||
            fail "$python cannot make virtual environments: its 'venv' module is not complete." \
                "On Debian and Ubuntu: apt-get install python3-venv, then run make again."
    fi
    "$python" -m venv --clear "$venv" || {
        rm -rf "$venv"
        fail "The virtual environment $venv could not be made; the lines above say why."
    }
fi

echo "Installing Onrecord${extra:+ with what '$extra' needs} into $venv ..."
log=$(mktemp)
trap 'rm -f "$log"' EXIT
# Warnings matter only if it fails, and then they say why.
PIP_DISABLE_PIP_VERSION_CHECK=1 "$venv/bin/python" -m pip install --quiet --no-input \
    --editable ".${extra:+[$extra]}" "$@" </dev/null >"$log" 2>&1 || {
    cat "$log" >&2
    fail "" \
        "pip could not install what Onrecord depends on; the lines above say what and why." \
        "It comes from the package index: check the network and the proxy (HTTPS_PROXY), or name a mirror" \
        "(PIP_INDEX_URL), then run make again."
}
