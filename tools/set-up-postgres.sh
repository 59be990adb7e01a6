#!/bin/sh
# Makes sure that there is a PostgreSQL for the tests of the ledger: the server's programs from Debian's packages.
# The tests start a server of their own with them. Without them those tests skip and say so; this never fails.
set -u
ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 && exit 0
command -v initdb >/dev/null 2>&1 && exit 0
sh "$(dirname "$0")/apt-install.sh" postgresql && exit 0
cat >&2 <<'END'
There is no PostgreSQL here and it could not be installed, so the tests on it will be skipped.
To run them: apt-get install postgresql as root.
END
exit 0
