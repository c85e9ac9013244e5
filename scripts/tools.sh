# shellcheck shell=bash
# Fetches what the checks need and the machine lacks: packages of Debian, tools of crates.io and of PyPI. Sourced.

tools=$(target_dir)/tools
DENY_VERSION=0.20.2
TYPOS_VERSION=1.52.0
AXE_VERSION=4.14.1
DEBIAN_PACKAGES=(
    chromium chromium-driver                 # browser tests
    postgresql                               # the second engine
    fonts-noto-cjk                           # Chinese text in screenshots
    libimage-exiftool-perl                   # proves that photos carry no metadata
    gcc libc6-dev                            # the embedded SQLite
    binutils xz-utils                        # the packages that ./dist makes
    ca-certificates python3-venv shellcheck  # tools below, and these scripts
)

as_root() {
    if [[ $EUID == 0 ]]; then
        "$@"
    else
        sudo -n "$@"
    fi
}

install_debian_packages() {
    local package missing=()
    for package in "${DEBIAN_PACKAGES[@]}"; do
        dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q 'ok installed' || missing+=("$package")
    done
    [[ ${#missing[@]} == 0 ]] && return
    printf 'installing %s\n' "${missing[*]}"
    if ! as_root true 2>/dev/null; then
        printf 'Not root, and sudo asks for a password. Cure: apt-get install %s\n' "${missing[*]}"
        return 1
    fi
    as_root apt-get update
    as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "${missing[@]}"
}

install_rust_components() {
    cargo fmt --version && cargo clippy --version && return
    command -v rustup >/dev/null || { printf 'Cure: install rustfmt and clippy beside cargo\n'; return 1; }
    rustup component add rustfmt clippy
}

# Built without optimisation: it runs for three seconds, and optimising it would take minutes.
install_cargo_deny() {
    local have
    have=$("$tools/bin/cargo-deny" --version 2>/dev/null || true)
    [[ $have == "cargo-deny $DENY_VERSION" ]] && return
    CARGO_PROFILE_DEV_DEBUG=0 CARGO_INCREMENTAL=0 cargo install cargo-deny --locked --version "$DENY_VERSION" --debug \
        --force --root "$tools" --target-dir "$tools/build" &&
        rm -rf "$tools/build"
}

install_python_tools() {
    [[ -x $tools/python/bin/pip ]] || python3 -m venv --clear "$tools/python"
    "$tools/python/bin/pip" install --quiet --disable-pip-version-check "typos==$TYPOS_VERSION"
}

# The rules of accessibility that browser_axe asks of every page (MPL-2.0; a tool of tests, not part of the product).
install_axe() {
    local folder=$tools/axe have
    have=$(sed -n 's/^ *"version": "\([0-9.]*\)",*$/\1/p' "$folder/node_modules/axe-core/package.json" 2>/dev/null || true)
    [[ $have == "$AXE_VERSION" ]] && return
    # Node from elsewhere than Debian brings its own npm, and Debian's would be in its way.
    command -v npm >/dev/null ||
        as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends npm ||
        { printf 'Cure: install npm\n'; return 1; }
    mkdir -p "$folder" &&
        npm install --prefix "$folder" --no-save --no-audit --no-fund --ignore-scripts "axe-core@$AXE_VERSION"
}

check_tools_installed() {
    install_debian_packages && install_rust_components && install_cargo_deny && install_python_tools && install_axe
}
