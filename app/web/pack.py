#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The metertwin authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Packs the module, the texts and the page's sources into one HTML file, the same bytes for the
same input. The script is named by its digest in the page's policy, so no other can run."""

import argparse
import base64
import hashlib
import json
import pathlib
import re
import sys
import xml.etree.ElementTree as ElementTree
import zlib

HERE = pathlib.Path(__file__).resolve().parent
PAGE = HERE / "page"
TRANSLATIONS = HERE.parent.parent / "resources" / "translations"
ENTRY = "page.mjs"
SIZE_MAX = 700_000  # Bytes of the whole page.
LIBRARY = "meter::gui::Library"  # Faults, parameters and registers as the window names them.


def imports_of(source):
    return re.findall(r"^import .* from '\./(.+?)';$", source, re.MULTILINE)


def in_order(name, seen):
    """The modules that `name` stands on, each before what imports it."""
    if name in seen:
        return []
    seen.add(name)
    source = (PAGE / name).read_text("utf-8")
    before = [module for other in imports_of(source) for module in in_order(other, seen)]
    return before + [(name, source)]


def script():
    """All modules as one: no names but those that they share, which must not meet twice."""
    parts = []
    names = {}
    for name, source in in_order(ENTRY, set()):
        for declared in re.findall(r"^(?:export )?(?:async )?(?:const|let|function|class) (\w+)",
                                   source, re.MULTILINE):
            if declared in names:
                sys.exit(f"{name} and {names[declared]} both declare `{declared}`: rename one")
            names[declared] = name
        body = re.sub(r"^import .*;\n", "", source, flags=re.MULTILINE)
        body = re.sub(r"^export ", "", body, flags=re.MULTILINE)
        body = re.sub(r"^\s*(//.*|/\*\*.*\*/)?\n", "", body, flags=re.MULTILINE)
        parts.append(re.sub(r"^ +", "", body, flags=re.MULTILINE))
    return "".join(parts)


def style():
    text = re.sub(r"/\*.*?\*/", "", (PAGE / "style.css").read_text("utf-8"), flags=re.DOTALL)
    return "\n".join(line.strip() for line in text.splitlines() if line.strip())


def library():
    found = {}
    for language in ("de", "es"):
        tree = ElementTree.parse(TRANSLATIONS / f"metertwin_{language}.ts")
        texts = {}
        for context in tree.iter("context"):
            if context.findtext("name") == LIBRARY:
                for message in context.iter("message"):
                    texts[message.findtext("source")] = message.findtext("translation")
        if not texts:
            sys.exit(f"metertwin_{language}.ts has no texts of {LIBRARY}")
        found[language] = texts
    return found


def packed(content):
    """gzip without a time, so that the same content is the same bytes."""
    packer = zlib.compressobj(9, zlib.DEFLATED, 31)
    return base64.b64encode(packer.compress(content) + packer.flush()).decode("ascii")


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--module", type=pathlib.Path, required=True)
    parser.add_argument("--texts", type=pathlib.Path, required=True)
    parser.add_argument("--output", type=pathlib.Path, required=True)
    arguments = parser.parse_args()
    code = script()
    data = {"files": json.loads(arguments.texts.read_text("utf-8")), "library": library()}
    parts = {
        "style": style(),
        "script": code,
        "script-hash": "sha256-" + base64.b64encode(
            hashlib.sha256(code.encode("utf-8")).digest()).decode("ascii"),
        "module": packed(arguments.module.read_bytes()),
        "data": packed(json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode("utf-8")),
    }
    template = (PAGE / "index.html").read_text("utf-8")
    page = re.sub(r"\{\{([a-z-]+)\}\}", lambda found: parts[found.group(1)], template)
    arguments.output.write_text(page, "utf-8")
    size = arguments.output.stat().st_size
    print(f"{arguments.output}: {size} bytes (module {len(parts['module'])}, "
          f"texts {len(parts['data'])}, script {len(code)})")
    if size > SIZE_MAX:
        sys.exit(f"the page has more than {SIZE_MAX} bytes")


if __name__ == "__main__":
    main()
