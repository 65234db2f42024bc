#!/usr/bin/env python3
"""Shows where the out-of-fold decisions of the last `train.py` run are wrong: the worst pages of a set, or the blocks that cost most.

    errors.py --corpus ../shared/corpus --work target/train [--set scrapinghub] [--type forum] [--pages 10] [--blocks 8] [--classes]

A block's cost is its words times how far the decision is from its label, over the words of page and truth. `+` was shown and should
not be, `-` was left out and should not be. `--classes` sums the costs over kinds of block instead.
"""
import argparse, json
from collections import Counter
from pathlib import Path

import numpy as np

import train


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--corpus", type=Path, required=True)
    ap.add_argument("--work", type=Path, required=True)
    ap.add_argument("--set")
    ap.add_argument("--type")
    ap.add_argument("--pages", type=int, default=10)
    ap.add_argument("--blocks", type=int, default=8)
    ap.add_argument("--classes", action="store_true")
    a = ap.parse_args()
    pages = train.load(a.corpus, a.work)
    info = [json.loads(line) for line in open(a.work / "first.jsonl", encoding="utf-8")]
    z = np.load(a.work / "answers.npz")
    first = np.fromfile(a.work / "first.f32", dtype=np.float32).reshape(len(z["y"]), -1)
    names = next(x["names"] for x in info if x["names"])
    starts, found, classes = z["starts"], [], Counter()
    for i, (page, one) in enumerate(zip(pages, info)):
        if (a.set and page["set"] != a.set) or (a.type and page["type"] != a.type) or page["truth"] is None:
            continue
        s = slice(starts[i], starts[i + 1])
        p1, p2, y, u, x = z["p1"][s], z["p2"][s], z["y"][s], z["u"][s], first[s]
        keep = (p2 > 0.5) & u
        text = "\n".join(t for t, k in zip(one["texts"], keep) if k)
        score = train.page_score(page["truth"], text)
        words = np.array([len(train.WORD.findall(t)) for t in one["texts"]])
        cost = words * np.abs(keep - y) / max(1, words[keep].sum() + len(train.WORD.findall(page["truth"])))
        found.append((score[2], page, one, p1, p2, y, keep, cost, words))
        for k in np.nonzero(cost)[0]:
            row = dict(zip(names, x[k]))
            size = "0-5" if words[k] < 6 else "6-20" if words[k] < 21 else "21-"
            linked = "linked" if row["link_density"] > 0.5 else ""
            classes["+" if keep[k] else "-", one["kinds"][k], size, linked, "item" if row["lists"] else ""] += cost[k]
    total = sum(float(f[7].sum()) for f in found)
    if a.classes:
        for name, cost in classes.most_common(30):
            print(f"{cost / len(found):.4f} {cost / total:.3f}", *name)
        return
    for bow, page, one, p1, p2, y, keep, cost, words in sorted(found, key=lambda f: f[0])[: a.pages]:
        print(f"\n{bow:.3f} {page['set']} {page['type'] or ''} {page['id']} {page['url']} blocks {len(y)} truth {len(train.WORD.findall(page['truth']))} words; missing from the blocks' labels: "
              f"{1 - train.page_score(page['truth'], chr(10).join(t for t, l in zip(one['texts'], y) if l > 0.5))[2]:.2f}")
        for k in sorted(np.argsort(-cost, kind="stable")[: a.blocks]):
            if cost[k] > 0:
                print(f"   {'+' if keep[k] else '-'} {cost[k]:.3f} y {y[k]:.2f} p1 {p1[k]:.2f} p2 {p2[k]:.2f} #{k} {one['kinds'][k]} {words[k]} {one['texts'][k][:110]!r}")


if __name__ == "__main__":
    main()
