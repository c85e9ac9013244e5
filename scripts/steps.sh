# shellcheck shell=bash
# Steps of `test`: each has a log, a timing line and a share in the closing sum. Sourced, not run.

logs=$(target_dir)/test-logs
passed=0
failed=0
skipped=0

# step NAME COMMAND...: runs the command, remembers the outcome, returns it.
step() {
    local name=$1 log=$logs/$1.log began=$SECONDS outcome=ok
    shift
    printf '%-22s ' "$name"
    "$@" >"$log" 2>&1 || outcome=FAILED
    count_results "$log" "$outcome"
    printf '%-6s %4d s\n' "$outcome" $((SECONDS - began))
    [[ $outcome == ok ]] && return
    printf -- '---- the end of %s\n' "$log"
    grep -E '^(test .* FAILED|---- .* stdout ----)$' "$log" | sort -u | head -n 40 || true
    tail -n 60 "$log"
    printf -- '----\n'
    return 1
}

# needed_step NAME COMMAND...: like step; without it the rest makes no sense, so a failure ends the run.
needed_step() {
    step "$@" || finish
}

skip() {
    printf '%-22s skipped: %s\n' "$1" "$2"
    skipped=$((skipped + 1))
}

# Adds the lines "test result: ok. 3 passed; 0 failed; 1 ignored; …" of a log. A step without such lines counts as one,
# and a step that failed counts as at least one failure.
count_results() {
    local log=$1 outcome=$2 sums lines ok bad ignored
    sums=$(awk '/^test result: / {
        for (i = 1; i < NF; i++) {
            if ($(i + 1) == "passed;") ok += $i
            if ($(i + 1) == "failed;") bad += $i
            if ($(i + 1) == "ignored;") ignored += $i
        }
        lines++
    } END { print lines + 0, ok + 0, bad + 0, ignored + 0 }' "$log")
    read -r lines ok bad ignored <<<"$sums"
    if [[ $outcome != ok && $bad == 0 ]]; then
        bad=1
    elif [[ $lines == 0 ]]; then
        ok=1
    fi
    passed=$((passed + ok))
    failed=$((failed + bad))
    skipped=$((skipped + ignored))
}

# The closing line, and the exit code that agrees with it.
finish() {
    printf '\n%d s in all; logs in %s\n' "$SECONDS" "$logs"
    printf '%d passed, %d failed, %d skipped\n' "$passed" "$failed" "$skipped"
    [[ $failed == 0 ]] || exit 1
    exit 0
}
