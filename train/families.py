#!/usr/bin/env python3
"""Hands the corpus' pages with whole truths to the program that counts the families of rules. Called by `cargo xtask eval --families`.

    families.py --corpus DIR --count PROGRAM --work DIR [--set NAME,...] [--side all|tune|confirm] [--limit N]

The set `own` is the repository's own test pages, as far as their expectations hold the whole text.
"""
import argparse
import gzip
import json
import subprocess
import sys
import tomllib
from pathlib import Path

OWN = "own"
TEST_PAGES = Path(__file__).resolve().parent.parent / "tests/pages"
SETS = f"{OWN},scrapinghub,fundus,readability,htmltotext,newspaper4k,wcxb-dev"


def own():
    """The test pages as the counter takes them."""
    for folder in sorted(TEST_PAGES.iterdir()):
        page, expected = folder / "page.html", folder / "expected.toml"
        if not page.exists() or not expected.exists():
            continue
        text = tomllib.loads(expected.read_text()).get("main", {}).get("text")
        if text:
            yield {"file": str(page), "url": tomllib.loads((folder / "about.toml").read_text()).get("url"), "truth": text}


def stored(root, name, pages, work):
    """Pages of the corpus, unpacked one by one."""
    for page in pages:
        file = work / Path(page["path"]).stem
        file.write_bytes(gzip.decompress((root / name / page["path"]).read_bytes()))
        yield {"file": str(file), "url": page.get("url"), "truth": page["truth"]}


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--corpus", type=Path, required=True)
    ap.add_argument("--count", required=True)
    ap.add_argument("--work", type=Path, required=True)
    ap.add_argument("--set", default=SETS)
    ap.add_argument("--side", choices=["all", "tune", "confirm"], default="all")
    ap.add_argument("--limit", type=int, default=0)
    a = ap.parse_args()
    sys.path.insert(0, str(a.corpus / "extraction"))
    from score import load
    a.work.mkdir(parents=True, exist_ok=True)
    for name in a.set.split(","):
        print(f"\n== {name}\n", flush=True)
        counter = subprocess.Popen([a.count], stdin=subprocess.PIPE, text=True)
        whole = [] if name == OWN else [p for p in load(name, a.side).values() if p.get("truth")]
        for page in own() if name == OWN else stored(a.corpus / "extraction", name, whole[: a.limit or None], a.work):
            counter.stdin.write(json.dumps(page) + "\n")
            counter.stdin.flush()
        counter.stdin.close()
        if counter.wait():
            sys.exit(f"{a.count} failed")


main()
