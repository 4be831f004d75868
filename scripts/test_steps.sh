# SPDX-License-Identifier: EUPL-1.2
# Sourced by ./test: runs its steps one after the other, shows that they go on, counts what passed and failed,
# remembers what was green, and sums up at the end. One failing step does not stop the next.
# shellcheck shell=bash

summary=()
passed_all=0
failed_all=0
mkdir -p build/green

# count_of STATUS LOG: "PASSED FAILED", as the runner's own last lines say; a step without any counts as one.
count_of() {
    local status=$1 log=$2 passed=0 failed=0
    if grep -qE '^[0-9]+ passed, [0-9]+ failed' "$log"; then
        passed=$(awk '/^[0-9]+ passed, [0-9]+ failed/ { sum += $1 } END { print sum + 0 }' "$log")
        failed=$(awk '/^[0-9]+ passed, [0-9]+ failed/ { sum += $3 } END { print sum + 0 }' "$log")
    elif grep -q '^\[==========\].* ran\.' "$log"; then
        passed=$(awk '/^\[  PASSED  \]/ { sum += $4 } END { print sum + 0 }' "$log")
        failed=$(awk '/^ *[0-9]+ FAILED TEST/ { sum += $1 } END { print sum + 0 }' "$log")
    elif grep -qE '^Ran [0-9]+ tests? in' "$log"; then
        passed=$(awk '/^Ran [0-9]+ tests? in/ { sum += $2 } END { print sum + 0 }' "$log")
        failed=$(($(sum_of failures "$log") + $(sum_of errors "$log")))
        passed=$((passed - failed))
    elif [ "$status" = 0 ]; then
        passed=1
    fi
    # A runner that ended badly without naming a test, or found none, has failed all the same.
    if [ "$status" != 0 ] && [ "$failed" = 0 ]; then failed=1; fi
    if [ "$passed" = 0 ] && [ "$failed" = 0 ]; then failed=1; fi
    echo "$passed $failed"
}

# The sum of NAME=N over the log.
sum_of() { { grep -oE "$1=[0-9]+" "$2" || true; } | awk -F= '{ sum += $2 } END { print sum + 0 }'; }

# What went wrong, of a log that may be long.
show_fault() {
    {
        grep -nE '^\[  FAILED  \]|^not ok|Failure$|ERROR: AddressSanitizer|runtime error:|WARNING: ThreadSanitizer|^(FAIL|ERROR):' "$1" |
            head -n 20 || true
        echo "..."
        tail -n 25 "$1"
    } | cut -c 1-300 | sed 's/^/      | /' >&2
    note "all of it: $1"
}

# run_step NAME WORDS COMMAND…: runs the command with its output in build/log/NAME.txt; every 20 s a sign of life.
run_step() {
    local name=$1 log=build/log/$1.txt begun=$SECONDS status=0 process told count
    step "$2"
    shift 2
    "$@" > "$log" 2>&1 < /dev/null &
    process=$!
    told=$SECONDS
    while kill -0 "$process" 2> /dev/null; do
        sleep 0.2
        if [ $((SECONDS - told)) -ge 20 ]; then
            told=$SECONDS
            note "$((SECONDS - begun)) s: $(tail -n 1 "$log" | cut -c 1-90)"
        fi
    done
    wait "$process" || status=$?
    count=$(count_of "$status" "$log")
    finish_step "$name" "$count" "$((SECONDS - begun))" ""
    [ "${count#* }" = 0 ] || show_fault "$log"
}

finish_step() {
    local passed=${2% *} failed=${2#* }
    passed_all=$((passed_all + passed))
    failed_all=$((failed_all + failed))
    summary+=("$(printf '%-12s %6s passed %4s failed %6s s  %s' "$1" "$passed" "$failed" "$3" "$4")")
    note "$passed passed, $failed failed, $3 s${4:+; $4}"
}

# hash_of PATH…: of the content of these files and folders.
hash_of() { find "$@" -type f ! -name '*.pyc' -print0 | sort -z | xargs -0 sha256sum | sha256sum | cut -d ' ' -f 1; }

# unless_green NAME HASH WORDS COMMAND…: run_step, but not again when it was green with the same hash.
unless_green() {
    local name=$1 hash=$2 known failed_before=$failed_all
    shift 2
    known=$(cat "build/green/$name" 2> /dev/null || true)
    if [ -n "$known" ] && [ "${known%% *}" = "$hash" ]; then
        step "$1"
        finish_step "$name" "${known#* }" 0 "green before, and nothing it depends on has changed"
        return
    fi
    local passed_before=$passed_all
    run_step "$name" "$@"
    if [ "$failed_all" = "$failed_before" ]; then echo "$hash $((passed_all - passed_before)) 0" > "build/green/$name"; fi
}

# build_step PRESET WORDS TARGET…: a build is a step too, but when it fails nothing after it can be right.
build_step() {
    local preset=$1 begun=$SECONDS
    step "$2"
    shift 2
    build "$preset" "$@"
    summary+=("$(printf '%-12s %27s %6s s' "build $preset" "" "$((SECONDS - begun))")")
}

# The table of steps and the closing line; the exit status of ./test.
sum_up() {
    printf '\n'
    printf '%s\n' "${summary[@]}"
    printf '\nIn all %s s. The full output of each step is in build/log/.\n\n' "$SECONDS"
    printf '%s passed, %s failed\n' "$passed_all" "$failed_all"
    [ "$failed_all" = 0 ]
}
