# shellcheck shell=bash
# What `run` and `test` share: where things are, what to say, and which compiler is needed. Sourced, not run.

# Messages go to standard error, so that standard output carries only what the started program prints.
say() { printf '%s\n' "$@" >&2; }

# die LINE...: a message that names the cure; exit code 2 says that the machine is not ready.
die() {
    say "$@"
    exit 2
}

# The folder that cargo builds into, absolute.
target_dir() {
    local dir=${CARGO_TARGET_DIR:-target}
    case $dir in
        /*) printf '%s\n' "$dir" ;;
        *) printf '%s\n' "$PWD/$dir" ;;
    esac
}

# Rust comes from rustup: Debian's own is older than the workspace's rust-version.
need_cargo() {
    command -v cargo >/dev/null || PATH="${HOME:-}/.cargo/bin:$PATH"
    command -v cargo >/dev/null && return
    local wanted
    wanted=$(sed -n 's/^rust-version = "\(.*\)"/\1/p' Cargo.toml)
    die "cargo is not installed. Cure: install Rust $wanted or later from https://rustup.rs, then start this again." \
        "没有找到 cargo。请先从 https://rustup.rs 安装 Rust $wanted 或更新版本，再重新运行。"
}

need_c_compiler() {
    command -v cc >/dev/null && return
    die "No C compiler (cc), which the embedded SQLite needs. Cure: apt-get install gcc libc6-dev" \
        "缺少 C 编译器（cc），内置的 SQLite 需要它。请运行：apt-get install gcc libc6-dev"
}
