# shellcheck shell=bash
# Checks of the shell scripts themselves. Sourced.

shell_scripts() {
    printf '%s\n' run test dist .ci/run
    # What says in its first line that a shell reads it, whatever its name ends in.
    find scripts packaging -type f -exec awk 'FNR == 1 && /^#.*(bash|\/sh)/ { print FILENAME }' {} + | sort
}

lint_scripts() {
    local scripts
    mapfile -t scripts < <(shell_scripts)
    shellcheck -x "${scripts[@]}"
}
