# shellcheck shell=bash
# What `dist` makes, step by step. Sourced.

DOCUMENTS=(README.md README.zh-CN.md CHANGELOG.md NOTICE LICENSE docs/operators-guide.md docs/operators-guide.zh-CN.md)

cargo_version() {
    sed -n '/^\[workspace.package\]/,/^\[/s/^version = "\(.*\)"/\1/p' Cargo.toml
}

# build_program FOLDER: where clone and crates lie on this machine does not stand in what is made.
build_program() {
    local crates=${CARGO_HOME:-$HOME/.cargo}
    say "Building guanjia for release: some minutes the first time."
    RUSTFLAGS="--remap-path-prefix=$PWD=guanjia --remap-path-prefix=$crates=cargo" \
        CFLAGS="-ffile-prefix-map=$crates=cargo -ffile-prefix-map=$PWD=guanjia" \
        cargo build --release -p guanjia --locked --target-dir "$1"
}

# manual PROGRAM VERSION: the page guanjia(1), from what the program says of itself.
manual() {
    local program=$1 command commands
    commands=$(COLUMNS=80 "$program" --help | sed -n '/^Commands:/,/^$/s/^  \([a-z]\{3,\}\) .*/\1/p' | grep -vx help)
    printf '.TH GUANJIA 1 "%s" "guanjia %s"\n' "$(LC_ALL=C date -u -d "@$SOURCE_DATE_EPOCH" +%Y-%m-%d)" "$2"
    printf '.SH NAME\nguanjia \\- estate steward service of a residents'"'"' community\n'
    printf '.SH SYNOPSIS\n.B guanjia\n.I COMMAND\n[OPTIONS]\n.SH COMMANDS\n'
    verbatim "$program" --help
    for command in $commands; do
        printf '.SH GUANJIA %s\n' "${command^^}"
        verbatim "$program" "$command" --help
    done
    printf '.SH FILES\n/etc/guanjia/guanjia.env, /var/lib/guanjia, /var/backups/guanjia\n'
    printf '.SH SEE ALSO\n/usr/share/doc/guanjia/operators\\-guide.md\n'
}

# The page guanjia-admin(8), from what the script says of itself.
manual_of_admin() {
    printf '.TH GUANJIA-ADMIN 8 "%s" "guanjia %s"\n' "$(LC_ALL=C date -u -d "@$SOURCE_DATE_EPOCH" +%Y-%m-%d)" "$1"
    printf '.SH NAME\nguanjia\\-admin \\- looks after an installed guanjia\n.SH SYNOPSIS\n'
    verbatim packaging/guanjia-admin --help
    printf '.SH SEE ALSO\n.BR guanjia (1)\n'
}

# Output of a command, as it stands.
verbatim() {
    printf '.nf\n'
    env -u RUST_LOG "$@" | sed -e 's/\\/\\e/g' -e 's/-/\\-/g' -e "s/^\([.']\)/\\\\\&\1/"
    printf '.fi\n'
}

# debian_package PROGRAM VERSION STAGE FILE
debian_package() {
    local program=$1 version=$2 root=$3/deb file=$4 docs=$3/deb/usr/share/doc/guanjia
    install -Dm755 "$program" "$root/usr/bin/guanjia"
    install -Dm755 packaging/guanjia-admin "$root/usr/sbin/guanjia-admin"
    install -Dm640 packaging/guanjia.env "$root/etc/guanjia/guanjia.env"
    install -Dm644 -t "$root/lib/systemd/system" packaging/systemd/*
    install -Dm644 -t "$docs" "${DOCUMENTS[@]}" "$3/THIRD-PARTY.txt" packaging/debian/copyright
    rm "$docs/LICENSE"
    debian_changelog "$version" | gzip -9n >"$docs/changelog.gz"
    mkdir -p "$root"/usr/share/man/man{1,8}
    gzip -9nc "$3/guanjia.1" >"$root/usr/share/man/man1/guanjia.1.gz"
    gzip -9nc "$3/guanjia-admin.8" >"$root/usr/share/man/man8/guanjia-admin.8.gz"
    install -Dm755 -t "$root/DEBIAN" packaging/debian/{preinst,postinst,prerm,postrm}
    install -m644 packaging/debian/conffiles "$root/DEBIAN/conffiles"
    sed -e "s/@VERSION@/$version/" -e "s/@SIZE@/$(du -sk --apparent-size "$root" | cut -f1)/" \
        -e "s/@LIBRARIES@/$(libraries "$program")/" packaging/debian/control >"$root/DEBIAN/control"
    (cd "$root" && find usr lib -type f -print0 | sort -z | xargs -0 md5sum >DEBIAN/md5sums)
    chmod 644 "$root/DEBIAN/md5sums" "$root/DEBIAN/control"
    same_time "$root"
    dpkg-deb --root-owner-group -Zxz --threads-max=1 --build "$root" "$file" >/dev/null
}

debian_changelog() {
    local when
    when=$(LC_ALL=C date -u -R -d "@$SOURCE_DATE_EPOCH")
    printf 'guanjia (%s) stable; urgency=medium\n\n  * See CHANGELOG.md.\n\n' "$1"
    printf ' -- guanjia maintainers <maintainers@guanjia.invalid>  %s\n' "$when"
}

# The oldest C library that has everything the program asks for. Of the others it needs only libgcc.
libraries() {
    local glibc
    glibc=$(objdump -T "$1" | grep -o 'GLIBC_[0-9.]*' | sort -Vu | tail -n 1)
    printf 'libc6 (>= %s), libgcc-s1' "${glibc#GLIBC_}"
}

# plain_archive PROGRAM VERSION STAGE FILE
plain_archive() {
    local name=guanjia-$2-x86_64-linux root=$3/guanjia-$2-x86_64-linux
    install -Dm755 "$1" "$root/guanjia"
    install -Dm644 -t "$root" "${DOCUMENTS[@]}" "$3/THIRD-PARTY.txt" "$3/guanjia.1"
    install -Dm644 -t "$root/service" packaging/systemd/* packaging/guanjia.env
    same_time "$root"
    tar --create --sort=name --format=gnu --owner=0 --group=0 --numeric-owner -C "$3" "$name" | xz -T1 -6 >"$4"
}

# Every file bears the time of the commit.
same_time() {
    find "$1" -exec touch --no-dereference --date="@$SOURCE_DATE_EPOCH" {} +
}
