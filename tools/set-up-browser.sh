#!/bin/sh
# Makes sure that there is a browser for the tests that need one: Chromium from Debian's packages.
# Without one those tests skip and say so; this never fails.
set -u
[ -n "${ONRECORD_CHROMIUM:-}" ] && exit 0
[ -x /usr/bin/chromium ] && exit 0
command -v chromium >/dev/null 2>&1 && exit 0
sh "$(dirname "$0")/apt-install.sh" chromium && exit 0
cat >&2 <<'END'
There is no Chromium here and it could not be installed, so the tests in a browser will be skipped.
To run them: apt-get install chromium as root, or set ONRECORD_CHROMIUM to the path of a Chromium or Chrome.
END
exit 0
