# shellcheck shell=bash
# A PostgreSQL server of our own for the tests: free port of the loopback, random password, gone afterwards. Sourced.

postgres_home=
postgres_bin=

# PostgreSQL refuses to run as root, so root hands over to the user that Debian's package made.
as_postgres() (
    cd "$postgres_home" || exit 1
    if [[ $EUID == 0 ]]; then
        runuser -u postgres -- "$@"
    else
        "$@"
    fi
)

# Starts the server and exports GUANJIA_TEST_POSTGRES. Durability stays as in service: the fault tests rely on it.
start_postgres() {
    local password port attempt
    postgres_bin=$(find /usr/lib/postgresql -mindepth 2 -maxdepth 2 -name bin | sort -V | tail -n 1)
    [[ -n $postgres_bin ]] || { printf 'No PostgreSQL server. Cure: apt-get install postgresql\n'; return 1; }
    postgres_home=$(mktemp -d "${TMPDIR:-/tmp}/guanjia-postgres.XXXXXX")
    password=$(od -An -N16 -tx1 /dev/urandom | tr -d ' \n')
    (umask 077 && printf '%s\n' "$password" >"$postgres_home/password")
    [[ $EUID != 0 ]] || chown -R postgres "$postgres_home"
    as_postgres "$postgres_bin/initdb" -D "$postgres_home/data" -U postgres -A scram-sha-256 \
        --pwfile="$postgres_home/password" --locale=C.UTF-8 -E UTF8 || return 1
    for attempt in 1 2 3 4 5; do
        port=$((20000 + (RANDOM * 32768 + RANDOM) % 20000))
        printf 'attempt %d on port %d\n' "$attempt" "$port"
        if as_postgres "$postgres_bin/pg_ctl" -D "$postgres_home/data" -l "$postgres_home/log" -w start -o \
            "-c listen_addresses=127.0.0.1 -c port=$port -c unix_socket_directories=$postgres_home -c max_connections=200"
        then
            export GUANJIA_TEST_POSTGRES="postgres://postgres:$password@127.0.0.1:$port/postgres"
            return
        fi
    done
    cat "$postgres_home/log"
    return 1
}

stop_postgres() {
    [[ -n $postgres_home ]] || return 0
    as_postgres "$postgres_bin/pg_ctl" -D "$postgres_home/data" -m immediate -w stop >/dev/null 2>&1 || true
    rm -rf "$postgres_home"
    postgres_home=
}
