# SPDX-License-Identifier: EUPL-1.2
# Sourced by the front doors run, test and bench: steps with a number and a time, installing what is missing,
# building a preset. Everything long shows that it goes on; the full output is kept in build/log/.
# shellcheck shell=bash

mkdir -p build/log
steps_begun=0
steps_all=0   # set by the caller
export PATH=/usr/bin:/bin:$PATH   # Debian's own python3 first: another one does not see Debian's packages
export CCACHE_BASEDIR=$PWD CCACHE_NOHASHDIR=1   # another clone, and another folder, still hit the cache

# step WORDS…: begins a step, "[2/5] Building".
step() {
    steps_begun=$((steps_begun + 1))
    printf '[%s/%s] %s\n' "$steps_begun" "$steps_all" "$*"
}

note() { printf '      %s\n' "$*"; }

fail() {
    printf '\n%s: %s\n' "${0##*/}" "$1" >&2
    exit 1
}

# counted TOTAL PATTERN WHAT: of the lines that come in, shows how many match, every tenth part of the total.
counted() {
    awk -v all="$1" -v pattern="$2" -v what="$3" '
        $0 ~ pattern { done++; tenth = int(done * 10 / (all > 0 ? all : 1))
                       if (tenth > shown && done <= all) { shown = tenth
                           printf "      %d of %d %s\n", done, all, what; fflush() } }'
}

# of_ninja: the same for the lines of ninja, which count by themselves.
of_ninja() {
    awk '/^\[[0-9]+\/[0-9]+\]/ { split(substr($1, 2), count, /[\/\]]/); tenth = int(count[1] * 10 / count[2])
             if (tenth > shown && count[2] > 9) { shown = tenth; printf "      %d of %d done\n", count[1], count[2]; fflush() } }'
}

# packages_of GROUP…: the packages of scripts/packages.txt that stand in these groups.
packages_of() {
    awk -v wanted=" $* " '/^\[/ { group = substr($1, 2, length($1) - 2); next }
        { sub(/#.*/, "") } NF && index(wanted, " " group " ") { print $1 }' scripts/packages.txt
}

# A newer node than Debian's, put there by somebody, does as well.
is_there() {
    case $1 in
        nodejs) [ "$(node -p 'Number(process.versions.node.split(".")[0]) >= 18' 2> /dev/null)" = true ] ;;
        npm) command -v npm > /dev/null ;;
        *) [ "$(dpkg-query -W -f='${db:Status-Status}' "$1" 2> /dev/null)" = installed ] ;;
    esac
}

# install_packages GROUP…: installs what is missing, by apt-get.
install_packages() {
    local missing=() package as_root=() plan count begun=$SECONDS
    command -v apt-get > /dev/null || {
        note "No apt-get here: this is made for Debian bookworm. Going on with what there is;"
        note "scripts/packages.txt says what is needed and why."
        return
    }
    while read -r package; do is_there "$package" || missing+=("$package"); done < <(packages_of "$@")
    if [ ${#missing[@]} = 0 ]; then
        note "all $(packages_of "$@" | wc -l) are there"
        return
    fi
    note "${#missing[@]} are missing: ${missing[*]}"
    if [ "$(id -u)" != 0 ]; then
        as_root=(sudo)
        command -v sudo > /dev/null || fail "as root, please: apt-get install --no-install-recommends ${missing[*]}"
        note "sudo may ask for your password"
    fi
    # Root's own apt is told not to ask and not to take away: libboost1.81-dev would remove 1.74.
    local apt=("${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -y --no-install-recommends --no-remove)
    # A machine made for one run may lose power without harm; waiting for its disk takes half the time.
    [ -z "${CI:-}" ] || apt+=(-o Dpkg::Options::=--force-unsafe-io)
    "${as_root[@]}" apt-get update > build/log/apt.txt 2>&1 || fail "apt-get update failed: see build/log/apt.txt"
    plan=$("${apt[@]}" -s install "${missing[@]}" 2>> build/log/apt.txt) || {
        tail -n 15 build/log/apt.txt >&2
        fail "apt-get cannot install them beside what is here (libboost1.81-dev conflicts with libboost-dev 1.74)"
    }
    count=$(grep -c '^Inst ' <<< "$plan")
    note "$count with all that they need; on an ordinary line this takes some minutes"
    "${apt[@]}" install "${missing[@]}" 2>&1 | tee -a build/log/apt.txt | counted $((2 * count)) '^(Unpacking|Setting up)' "unpacked and set up" ||
        fail "apt-get install failed: see build/log/apt.txt"
    note "installed in $((SECONDS - begun)) s"
}

# install_node_packages: what package-lock.json names, when that changed.
install_node_packages() {
    local wanted begun=$SECONDS
    wanted=$(sha256sum < package-lock.json)
    if [ "$(cat node_modules/.kring-lock 2> /dev/null)" = "$wanted" ]; then
        note "all $(grep -c '"node_modules/' package-lock.json) are there"
        return
    fi
    npm ci --no-audit --no-fund > build/log/npm.txt 2>&1 || {
        tail -n 15 build/log/npm.txt >&2
        fail "npm ci failed: see build/log/npm.txt"
    }
    printf '%s\n' "$wanted" > node_modules/.kring-lock
    note "$(grep -c '"node_modules/' package-lock.json) installed in $((SECONDS - begun)) s"
}

# build PRESET TARGET…: configures and builds in build/PRESET; shows progress, and all of it when it fails.
build() {
    local preset=$1 begun=$SECONDS
    shift
    local log=build/log/build-$preset.txt
    if [ ! -f "build/$preset/build.ninja" ]; then
        cmake --preset "$preset" > "$log" 2>&1 || {
            tail -n 30 "$log" >&2
            fail "cmake failed: see $log"
        }
    fi
    # As many at once as there are cores and, at 1.5 GB each, memory.
    NINJA_STATUS='[%f/%t] ' ninja -C "build/$preset" -j "$(jobs_at_once)" "$@" 2>&1 | tee "$log" | of_ninja || {
        grep -vE '^\[[0-9]+/[0-9]+\]' "$log" | head -n 60 >&2
        fail "the build failed: see $log"
    }
    note "built in $((SECONDS - begun)) s"
}

jobs_at_once() {
    local cores memory
    cores=$(nproc)
    memory=$(awk '/^MemAvailable/ { print int($2 / 1500000) }' /proc/meminfo)
    [ "$memory" -lt 1 ] && memory=1
    echo $((cores < memory ? cores : memory))
}
