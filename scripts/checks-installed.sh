# shellcheck shell=bash
# The life of an installation, in a system that is thrown away afterwards: started there by scripts/checks/package, as
# root, without network and without a running systemd.
set -euo pipefail
export DEBIAN_FRONTEND=noninteractive

deb=/mnt/guanjia.deb
data=/var/lib/guanjia
backups=/var/backups/guanjia

must() { "$@" || { printf 'NOT AS IT SHOULD BE: %s\n' "$*"; exit 1; }; }
must_not() { ! "$@" || { printf 'NOT AS IT SHOULD BE: not %s\n' "$*"; exit 1; }; }
events() { guanjia-admin verify | sed -n 's/^events=\([0-9]*\) .*/\1/p'; }
# Of the rest, such as room on the disk, a system that is thrown away has its own.
told_of_backup() { { guanjia-admin doctor --json 2>/dev/null || true; } | grep -q "\"state\":\"$1\",\"what\":\"backup\""; }
upgrade_backups() { find "$backups" -name 'before-upgrade-from-*.zip'; }

printf '%s\n' "-- install"
dpkg --install "$deb"
must test "$(stat -c '%U %a' $data)" = "guanjia 700"
must test "$(stat -c '%U:%G %a' /etc/guanjia/guanjia.env)" = "root:guanjia 640"

printf '%s\n' "-- use"
guanjia-admin community found L001 --name 示例社区
before=$(events)
must test "$before" -gt 0
guanjia-admin backup
must told_of_backup ok

printf '%s\n' "-- a backup that cannot be made is told"
sed -i "s|^GUANJIA_BACKUPS=.*|GUANJIA_BACKUPS=/nowhere/backups|" /etc/guanjia/guanjia.env
must_not guanjia-admin backup
must told_of_backup trouble

printf '%s\n' "-- no upgrade without a backup, and nothing changed"
must_not dpkg --install "$deb"
must test "$(events)" = "$before"
sed -i "s|^GUANJIA_BACKUPS=.*|GUANJIA_BACKUPS=$backups|" /etc/guanjia/guanjia.env

printf '%s\n' "-- upgrade"
dpkg --install "$deb"
must grep -q "^GUANJIA_BACKUPS=$backups" /etc/guanjia/guanjia.env
file=$(upgrade_backups)
must test -f "$file"

printf '%s\n' "-- what came after the upgrade is gone when one goes back, and lies aside"
guanjia-admin community found L002 --name 第二社区
must test "$(events)" -gt "$before"
guanjia-admin go-back "$deb" "$file"
must test "$(events)" = "$before"
must test -f "$(echo $data.*/guanjia.key)"

printf '%s\n' "-- a backup that is none leaves everything as it is"
printf 'no backup' >"$backups/none.zip"
must_not guanjia-admin go-back "$deb" "$backups/none.zip"
must test "$(events)" = "$before"

printf '%s\n' "-- purge keeps the data"
dpkg --purge guanjia
must_not test -e /etc/guanjia
must test -f $data/guanjia.db
dpkg --install "$deb"
must test "$(events)" = "$before"
GUANJIA_PURGE_DATA=yes dpkg --purge guanjia
must_not test -e $data
must test -f "$file"
