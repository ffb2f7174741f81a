#!/bin/sh
# Makes .venv ready to run, test or (argument: bench) benchmark; what is there is not made again.
set -eu
cd "$(dirname "$0")/.."

# Package of Debian : the library in it that is looked for.
OFFSCREEN="libglib2.0-0:libgthread-2.0.so.0 libgl1:libGL.so.1 libegl1:libEGL.so.1
    libxkbcommon0:libxkbcommon.so.0 libdbus-1-3:libdbus-1.so.3 libfontconfig1:libfontconfig.so.1"
SCREEN="libxcb-cursor0:libxcb-cursor.so.0 libxcb-icccm4:libxcb-icccm.so.4
    libxcb-keysyms1:libxcb-keysyms.so.1 libxcb-shape0:libxcb-shape.so.0
    libxkbcommon-x11-0:libxkbcommon-x11.so.0"
BENCH="libpango-1.0-0:libpango-1.0.so.0 libpangoft2-1.0-0:libpangoft2-1.0.so.0
    libharfbuzz-subset0:libharfbuzz-subset.so.0"

fail() {
    echo "$1" >&2
    exit 1
}

find_python() {
    for name in python3.11 python3.12 python3.13 python3; do
        if "$name" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
            command -v "$name"
            return
        fi
    done
    fail "Python 3.11 以上が見つかりません。インストールしてからもう一度実行してください。"
}

missing_libraries() {
    known=$(PATH="$PATH:/sbin:/usr/sbin" ldconfig -p)
    for entry in "$@"; do
        case "$known" in
            *"${entry#*:}"*) ;;
            *) printf ' %s' "${entry%%:*}" ;;
        esac
    done
}

apt_install() {
    # shellcheck disable=SC2086 # the names are words
    apt-get install -qq -y -o DPkg::Lock::Timeout=120 --no-install-recommends $1
}

install_packages() {
    if [ "$(id -u)" != 0 ] || ! command -v apt-get >/dev/null; then
        fail "次のパッケージをインストールしてください（Debian の名称）:$1"
    fi
    echo "システムのパッケージを入れています:$1"
    export DEBIAN_FRONTEND=noninteractive
    apt_install "$1" >/dev/null 2>&1 && return
    output=$({ apt-get update -qq && apt_install "$1"; } 2>&1) ||
        fail "$output
次のパッケージを入れられませんでした:$1"
}

install_locked() {
    .venv/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r "$1"
}

purpose=${1:-work}
packages=""
if [ "$(uname)" = Linux ]; then
    libraries=$OFFSCREEN
    [ -z "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ] || libraries="$libraries $SCREEN"
    [ "$purpose" != bench ] || libraries="$libraries $BENCH"
    # shellcheck disable=SC2086 # the entries are words
    packages=$(missing_libraries $libraries)
fi

# A moved folder or a new lock makes the environment anew.
stamp="$(pwd) $(cksum <requirements.lock)"
if [ -x .venv/bin/python ] && [ "$(cat .venv/ready 2>/dev/null)" = "$stamp" ]; then
    python=""
else
    python=$(find_python)
    "$python" -c 'import ensurepip' 2>/dev/null ||
        packages="$packages $("$python" -c 'import sys; print("python3.%d-venv" % sys.version_info[1])')"
fi

[ -z "$packages" ] || install_packages "$packages"

if [ -n "$python" ]; then
    echo "実行環境を用意しています（初回のみ、数十秒）"
    "$python" -m venv --clear .venv
    install_locked requirements.lock
    .venv/bin/python -m pip install --quiet --disable-pip-version-check \
        --no-deps --no-build-isolation --editable .
    echo "$stamp" >.venv/ready
fi

bench_stamp=$(cksum <requirements-bench.lock)
if [ "$purpose" = bench ] && [ "$(cat .venv/ready-bench 2>/dev/null)" != "$bench_stamp" ]; then
    install_locked requirements-bench.lock
    echo "$bench_stamp" >.venv/ready-bench
fi
