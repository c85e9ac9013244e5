"""Prints every crate that is in the program for x86-64 Linux, with its licence and the texts that ask to be handed on."""

import json
import pathlib
import subprocess

TARGET = "x86_64-unknown-linux-gnu"
TEXTS = ("LICENSE*", "LICENCE*", "COPYING*", "NOTICE*", "COPYRIGHT*", "license*")


def shipped(metadata):
    """The crates that the program is made of, without those that only build or test it."""
    nodes = {node["id"]: node for node in metadata["resolve"]["nodes"]}
    packages = {package["id"]: package for package in metadata["packages"]}
    own = set(metadata["workspace_members"])
    waiting = [member for member in own if packages[member]["name"] == "guanjia"]
    seen = set(waiting)
    while waiting:
        for dependency in nodes[waiting.pop()]["deps"]:
            is_linked = any(kind["kind"] is None for kind in dependency["dep_kinds"])
            if is_linked and dependency["pkg"] not in seen:
                seen.add(dependency["pkg"])
                waiting.append(dependency["pkg"])
    return sorted((packages[one] for one in seen - own), key=lambda it: (it["name"], it["version"]))


def texts(package):
    """The licence texts of a crate, without what a checkout does to ends of lines."""
    folder = pathlib.Path(package["manifest_path"]).parent
    for file in sorted({file for pattern in TEXTS for file in folder.glob(pattern) if file.is_file()}):
        yield "\n".join(line.rstrip() for line in file.read_text(errors="replace").strip().splitlines())


command = ["cargo", "metadata", "--locked", "--format-version=1", "--filter-platform", TARGET]
metadata = json.loads(subprocess.run(command, check=True, stdout=subprocess.PIPE).stdout)
crates, by_text = shipped(metadata), {}
print("guanjia is licensed under the Apache License 2.0. The program holds the following parts of others.\n")
for crate in crates:
    print(f"{crate['name']} {crate['version']}: {crate['license']}; {crate['repository'] or 'crates.io'}")
    for text in texts(crate):
        by_text.setdefault(text, []).append(crate["name"])
for text in sorted(pathlib.Path("crates").glob("*/*/**/LICENSE*")):
    by_text.setdefault(text.read_text().strip(), []).append(str(text.parent))
print("SQLite (in libsqlite3-sys): public domain; https://sqlite.org")
print("mimalloc (in libmimalloc-sys): MIT; https://github.com/microsoft/mimalloc")
print("Rust's standard library: MIT OR Apache-2.0; https://www.rust-lang.org\n")
print(pathlib.Path("NOTICE").read_text())
for text, names in sorted(by_text.items(), key=lambda it: it[1]):
    print("=" * 120, ", ".join(names), "-" * 120, text, "", sep="\n")
