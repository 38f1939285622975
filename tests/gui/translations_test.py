#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The metertwin authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every text of the window is translated: translations_test.py SOURCE_FOLDER LANGUAGE

Collects the texts afresh and compares with the file that is kept: nothing missing, nothing
left over, nothing unfinished; and a translation has the place holders, the key mnemonics, the
mark-up and the dots at the end that its source has.
"""

import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree

MARKS = re.compile(r"%(?:n|L?\d+)|</?[a-z]+[^>]*>|\[show:[a-z-]+\]")


def messages(path):
    """(context, source, disambiguation) -> list of forms, or None where it is unfinished."""
    found = {}
    for context in ElementTree.parse(path).getroot().iter("context"):
        name = context.findtext("name")
        for message in context.iter("message"):
            translation = message.find("translation")
            key = (name, message.findtext("source"), message.findtext("comment") or "")
            forms = [form.text or "" for form in translation.iter("numerusform")]
            forms = forms or [translation.text or ""]
            found[key] = None if translation.get("type") == "unfinished" else forms
    return found


def faults_of(key, forms):
    """What is wrong with a finished translation."""
    source = key[1]
    for form in forms:
        if not form.strip():
            yield "is empty"
        elif sorted(MARKS.findall(source)) != sorted(MARKS.findall(form)):
            # A singular may say "one" and need no number.
            if len(forms) == 1:
                yield f"has other place holders or mark-up: {form!r}"
        elif source.endswith("\u2026") != form.endswith("\u2026"):
            yield f"differs in the dots at the end: {form!r}"
        elif re.search(r"&\w", re.sub(r"&\w+;", "", source)) and not re.search(r"&\w", form):
            yield f"lost its key: {form!r}"


def main():
    root, language = pathlib.Path(sys.argv[1]), sys.argv[2]
    kept = root / "resources" / "translations"
    name = f"metertwin_{language}.ts"
    if not any(shutil.which(tool) for tool in ("/usr/lib/qt6/bin/lupdate", "lupdate")):
        print("skipped: no lupdate (qt6-l10n-tools)")
        sys.exit(77)
    with tempfile.TemporaryDirectory() as folder:
        for file in kept.glob("*.ts"):
            shutil.copy(file, folder)
        subprocess.run([kept / "update", folder], check=True, timeout=100,
                       stdout=subprocess.DEVNULL)
        fresh = messages(pathlib.Path(folder) / name)
    ours = messages(kept / name)
    if len(fresh) < (1 if language == "en" else 500):  # English has its plurals alone.
        sys.exit(f"only {len(fresh)} texts were collected: the collecting is broken")
    wrong = [f"not collected yet: {key}" for key in fresh.keys() - ours.keys()]
    wrong += [f"no longer in the program: {key}" for key in ours.keys() - fresh.keys()]
    for key, forms in ours.items():
        if forms is None:
            wrong.append(f"unfinished: {key}")
        else:
            wrong += [f"{key} {fault}" for fault in faults_of(key, forms)]
    if wrong:
        sys.exit("\n".join(sorted(wrong)[:60] + [f"{len(wrong)} wrong in {name}; collect with "
                                                 "resources/translations/update"]))


if __name__ == "__main__":
    main()
