#!/usr/bin/env python3
"""Hands the corpus' pages with whole truths to the program that counts the families of rules. Called by `cargo xtask eval --families`.

    families.py --corpus DIR --count PROGRAM --work DIR [--set NAME,...] [--side all|tune|confirm] [--limit N]
"""
import argparse
import gzip
import json
import subprocess
import sys
from pathlib import Path

SETS = "scrapinghub,fundus,readability,htmltotext,newspaper4k,wcxb-dev"


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
        pages = [p for p in load(name, a.side).values() if p.get("truth")]
        print(f"\n== {name}\n", flush=True)
        counter = subprocess.Popen([a.count], stdin=subprocess.PIPE, text=True)
        for page in pages[: a.limit or None]:
            file = a.work / Path(page["path"]).stem
            file.write_bytes(gzip.decompress((a.corpus / "extraction" / name / page["path"]).read_bytes()))
            counter.stdin.write(json.dumps({"file": str(file), "url": page.get("url"), "truth": page["truth"]}) + "\n")
        counter.stdin.close()
        if counter.wait():
            sys.exit(f"{a.count} failed")


main()
