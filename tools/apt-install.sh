#!/bin/sh
# Installs Debian packages where that can be done without asking: apt-get is there, and we are root or may sudo.
#
#   sh tools/apt-install.sh PACKAGE...
#
# Exits 1 where it cannot be done.
set -u
command -v apt-get >/dev/null 2>&1 || exit 1
if [ "$(id -u)" -eq 0 ]; then
    as_root=
elif command -v sudo >/dev/null 2>&1 && sudo -n true 2>/dev/null; then
    as_root=sudo
else
    exit 1
fi
echo "Installing $* from Debian's packages ..."
log=$(mktemp)
trap 'rm -f "$log"' EXIT
{
    $as_root apt-get update -qq &&
        $as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@"
} >"$log" 2>&1 </dev/null || {
    cat "$log" >&2
    exit 1
}
