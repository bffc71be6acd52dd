#!/usr/bin/env python3
"""Makes the corpus that is compared: the catalogue's records, two of three with a body.

    tools/redis-reference/corpus.py corpus OUT-FOLDER

The records are few lines each, too short for passages and phrases far apart; a body here is the
descriptions of other records in the record's language, the same each time. `canfod build --corpus OUT-FOLDER`
indexes it, `load.py --corpus OUT-FOLDER` reads the bodies.
"""

import argparse
import pathlib
import re
import shutil

STEPS = (7, 31, 83, 113, 151)
MARKUP = re.compile(r"[*_`#<>\[\]\\|]|\d\.\s|^[-+]\s|\s{2}")


def parts(path):
    """The front matter and the body of a record's file."""
    _, front, body = path.read_text(encoding="utf-8").split("---\n", 2)
    return front, body


def description(front, language):
    """The description in a language, read without a YAML reader: each is one quoted line."""
    found = re.search(r"^description:\n(?:  \w+: .*\n)*?  " + language + r': "(.*)"$', front, re.MULTILINE)
    return found.group(1).replace('\\"', '"') if found else ""


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", type=pathlib.Path)
    parser.add_argument("out", type=pathlib.Path)
    options = parser.parse_args()
    shutil.copytree(options.corpus, options.out, dirs_exist_ok=True)
    paths = sorted((options.out / "resources").glob("*.md"))
    fronts = [parts(path)[0] for path in paths]
    made = 0
    for place, (path, front) in enumerate(zip(paths, fronts)):
        language = re.search(r"^language: \[(en|cy)\]$", front, re.MULTILINE)
        if not language or place % 3 == 0 or parts(path)[1].strip():
            continue
        texts = [description(fronts[(place + step) % len(fronts)], language.group(1)) for step in STEPS]
        texts = [text for text in texts if text and not MARKUP.search(text)]
        path.write_text(f"---\n{front}---\n\n{' '.join(texts)}\n", encoding="utf-8")
        made += 1
    print(f"{len(paths)} records, {made} with a body, in {options.out}")


if __name__ == "__main__":
    main()
