#!/usr/bin/env python3
"""Grows the classifier's two forests from pages with human truth, and says how good they are on sites they have not seen.

    train.py --corpus ../shared/corpus --rows target/release/examples/rows --work target/train --out data

Every page's blocks get a label: the share of their runs of 4 words that stand in the truth (short blocks: the whole text, between
the places of their neighbours). Pages are dealt to five folds by site. The first forest sees a block and what came before it; the
second sees the whole page, with the first's answers of the fold that has not seen the site. The figures printed are out of fold.
Deterministic: fixed seeds, one thread. Needs numpy and lightgbm.
"""
import argparse, gzip, hashlib, json, multiprocessing, re, struct, subprocess, sys
from collections import Counter, defaultdict
from pathlib import Path
from urllib.parse import urlsplit

import lightgbm as lgb
import numpy as np

FOLDS = 5
# Each asks with what the one before it answered; trees in each.
FORESTS = ["first", "second"]
ROUNDS = [139, 85]
SETS = {"scrapinghub": 1.0, "fundus": 1.0, "wcxb-dev": 1.0, "readability": 0.5, "htmltotext": 1.0, "newspaper4k": 1.0, "trafilatura-eval": 1.0}
WORD = re.compile(r"\w+")


def site(page):
    host = urlsplit(page.get("url") or "").hostname or page["id"]
    parts = host.split(".")
    return ".".join(parts[-2:]) if host != "fakehost" else page["id"]


def load(corpus, work):
    pages = []
    (work / "pages").mkdir(parents=True, exist_ok=True)
    for name, weight in SETS.items():
        root = corpus / "extraction" / name
        for line in open(root / "manifest.jsonl", encoding="utf-8"):
            page = json.loads(line)
            if page.get("truth") is None and not page.get("with"):
                continue
            file = work / "pages" / (name + "-" + hashlib.sha1(page["id"].encode()).hexdigest()[:16] + ".html")
            if not file.exists():
                file.write_bytes(gzip.decompress((root / page["path"]).read_bytes()))
            fold = int(hashlib.sha1(site(page).encode()).hexdigest()[:8], 16) % FOLDS
            pages.append(dict(set=name, id=page["id"], url=page.get("url") or "", truth=page.get("truth"), type=page.get("type"), file=file, fold=fold, weight=weight, **{"with": page.get("with") or [], "without": page.get("without") or []}))
    return pages


def ask(binary, pages, out, forests=()):
    """Runs the core over the pages; each page with the forests of its fold, which have not seen its site."""
    lines = "".join("\t".join([str(i), str(p["file"]), p["url"], *(str(f[p["fold"]]) for f in forests)]) + "\n" for i, p in enumerate(pages))
    subprocess.run([binary, out], input=lines.encode(), check=True)


def rows(binary, pages, out, forests=(), reuse=False):
    """The rows for the forest that comes after those given."""
    if not reuse:
        ask(binary, pages, out, forests)
    info = [json.loads(line) for line in open(f"{out}.jsonl", encoding="utf-8")]
    names = next(x["names"] for x in info if x["names"])
    data = np.fromfile(f"{out}.f32", dtype=np.float32).reshape(-1, len(names))
    return data, names, info


def label(texts, kinds, truth):
    """For each block 0 to 1, and whether it can be told at all."""
    tokens = [WORD.findall(t) for t in texts]
    whole = WORD.findall(truth)
    runs, first = defaultdict(list), defaultdict(list)
    for i in range(len(whole) - 3):
        runs[tuple(whole[i:i + 4])].append(i)
    for i, w in enumerate(whole):
        first[w].append(i)
    share = np.full(len(texts), -1.0)
    places = [None] * len(texts)
    last = 0
    for k, t in enumerate(tokens):
        if len(t) < 6:
            continue
        found = [runs.get(tuple(t[i:i + 4])) for i in range(len(t) - 3)]
        share[k] = sum(f is not None for f in found) / len(found)
        if share[k] > 0.5:
            at = [min(f, key=lambda x: abs(x - last)) for f in found if f]
            places[k] = (min(at), max(at))
            last = max(at)
    for k in twins(places, tokens):
        share[k], places[k] = 0.0, None
    before = after = None
    nexts = [None] * len(texts)
    for k in range(len(texts) - 1, -1, -1):
        nexts[k] = after
        if places[k]:
            after = places[k]
    for k, t in enumerate(tokens):
        if places[k]:
            before = places[k]
        if share[k] >= 0 or not t:
            continue
        low = before[1] - 3 if before else 0
        high = nexts[k][0] + 3 if nexts[k] else len(whole)
        if not before and not nexts[k]:
            low, high = 0, len(whole)
        hit = any(low <= i <= high + 4 and whole[i:i + len(t)] == t for i in first.get(t[0], ()))
        share[k] = float(hit)
    usable = np.array([len(t) > 0 and k not in ("figure", "embed", "rule", "math") for t, k in zip(tokens, kinds)], dtype=bool)
    return np.clip(share, 0, 1), usable, np.array([len(t) for t in tokens], dtype=np.float32)


def twins(places, tokens):
    """Blocks whose place in the truth another block has that stands better in the truth's order."""
    at = [k for k, p in enumerate(places) if p]
    best, back = {}, {}
    # The heaviest chain of blocks that rise in the truth, as the page does; pages have few enough blocks for squares.
    if len(at) > 1500:
        return []
    for n, k in enumerate(at):
        best[k], back[k] = len(tokens[k]), None
        for j in at[max(0, n - 400):n]:
            if places[j][1] <= places[k][0] + 3 and best[j] + len(tokens[k]) > best[k]:
                best[k], back[k] = best[j] + len(tokens[k]), j
    chain, k = set(), max(best, key=best.get, default=None)
    while k is not None:
        chain.add(k)
        k = back[k]
    covered = set()
    for k in chain:
        covered.update(range(places[k][0], places[k][1] + 1))
    return [k for k in at if k not in chain and sum(p in covered for p in range(places[k][0], places[k][1] + 1)) > 0.8 * (places[k][1] - places[k][0] + 1)]


def weak_label(texts, kinds, page):
    """From snippets that must and must not appear: only the blocks that hold one can be told."""
    squash = lambda t: " ".join(t.split())
    share, usable = np.zeros(len(texts)), np.zeros(len(texts), dtype=bool)
    for k, t in enumerate(texts):
        t = squash(t)
        good = sum(squash(s) in t for s in page["with"])
        bad = sum(squash(s) in t for s in page["without"])
        if good + bad and kinds[k] not in ("figure", "embed", "rule", "math"):
            share[k], usable[k] = float(good > 0), good == 0 or bad == 0
    # A snippet that stands in several blocks may be meant in one only.
    for snippets, value in ((page["with"], 1.0), (page["without"], 0.0)):
        for s in snippets:
            at = [k for k, t in enumerate(texts) if squash(s) in squash(t)]
            if len(at) > 1:
                usable[at] = False
    return share, usable, np.array([len(WORD.findall(t)) for t in texts], dtype=np.float32)


PARAMS = dict(objective="cross_entropy", learning_rate=0.1, num_leaves=31, min_data_in_leaf=60, lambda_l2=5.0, feature_fraction=0.3,
              bagging_fraction=0.8, bagging_freq=1, max_bin=63, verbose=-1, seed=7, deterministic=True, num_threads=1, force_row_wise=True)


def fit(x, y, w, rounds, **params):
    return lgb.train({**PARAMS, **params}, lgb.Dataset(x, y, weight=w), rounds)


# ---------------------------------------------------------------- export

# Marks a leaf among the features.
LEAF = 255
# A leaf's steps above and below zero; twice as many cost 1 kB more in brotli and are no better on sites not seen.
STEPS = 31


def f16_down(value):
    """The threshold as half precision, rounded so that the cut stays on the same side of common values."""
    with np.errstate(over="ignore"):
        h = np.float16(value)
    return np.float16(np.clip(h, -60000, 60000))


def export(model, path):
    """Writes the forest as `classify::model` reads it: nodes in pre-order, in columns, thresholds by feature."""
    features, thresholds, leaves, trees = [], [], [], 0

    def walk(node):
        if "split_feature" not in node:
            features.append(LEAF)
            leaves.append(node["leaf_value"])
            return
        features.append(node["split_feature"])
        thresholds.append((node["split_feature"], f16_down(node["threshold"])))
        walk(node["left_child"])
        walk(node["right_child"])

    for tree in model.dump_model()["tree_info"]:
        trees += 1
        walk(tree["tree_structure"])
    count = model.num_feature()
    asked = [sorted({t for f, t in thresholds if f == feature}) for feature in range(count)]
    if count > LEAF or max(map(len, asked)) > 255:
        sys.exit("more features, or thresholds of one, than a byte can name")
    places = b"".join(bytes(asked[feature].index(t) for f, t in thresholds if f == feature) for feature in range(count))
    low, high = np.array([t for known in asked for t in known], dtype="<f2").view(np.uint8).reshape(-1, 2).T
    scale = max(abs(v) for v in leaves) / STEPS
    out = struct.pack("<HHHf", count, trees, len(thresholds), scale) + bytes(map(len, asked)) + high.tobytes() + low.tobytes() + bytes(features)
    Path(path).write_bytes(out + places + np.round(np.array(leaves) / scale).astype(np.int8).tobytes())


def exported(path, x):
    """The answers of a written forest, walked as the product does: what rounding costs."""
    data = Path(path).read_bytes()
    count, trees, inner, scale = struct.unpack_from("<HHHf", data)
    known = data[10:10 + count]
    at, total = 10 + count, sum(known)
    half = np.frombuffer(bytes(b for pair in zip(data[at + total:at + 2 * total], data[at:at + total]) for b in pair), dtype="<f2").astype(np.float32)
    at += 2 * total
    features = data[at:at + 2 * inner + trees]
    places = data[at + len(features):at + len(features) + inner]
    leaves = np.frombuffer(data[at + len(features) + inner:], dtype=np.int8) * scale
    starts = np.concatenate([[0], np.cumsum(list(known))])
    asks = Counter(f for f in features if f != LEAF)
    cursors = np.concatenate([[0], np.cumsum([asks[f] for f in range(count)])])
    sums, state = np.zeros(len(x)), [0, 0]

    def walk(rows):
        feature = features[state[0]]
        state[0] += 1
        if feature == LEAF:
            sums[rows] += leaves[state[1]]
            state[1] += 1
            return
        left = x[rows, feature] <= half[starts[feature] + places[cursors[feature]]]
        cursors[feature] += 1
        walk(rows[left])
        walk(rows[~left])

    for _ in range(trees):
        walk(np.arange(len(x)))
    return 1 / (1 + np.exp(-sums))


# ---------------------------------------------------------------- figures


def page_score(truth, text):
    def shingles(t):
        t = WORD.findall(t)
        return Counter(tuple(t[i:i + 4]) for i in range(max(1, len(t) - 3))) if t else Counter()
    a, b = shingles(truth), shingles(text)
    tp = sum((a & b).values())
    p, r = (tp / sum(b.values()) if b else 0.0), (tp / sum(a.values()) if a else 0.0)
    ba, bb = Counter(WORD.findall(truth.lower())), Counter(WORD.findall(text.lower()))
    o = sum((ba & bb).values())
    bow = 2 * o / (sum(ba.values()) + sum(bb.values())) if o else 0.0
    return p, r, bow, bool(b)


def snippets(page, text):
    squash = lambda t: " ".join(t.split())
    t = squash(text)
    return sum(squash(x) in t for x in page["with"]), len(page["with"]), sum(squash(x) in t for x in page["without"]), len(page["without"])


def kept(info, answers, threshold=0.5):
    """For each page the texts of the blocks above the threshold."""
    out = []
    for one, p in zip(info, answers):
        shown = np.array([k not in ("figure", "embed", "rule", "math") for k in one["kinds"]], dtype=bool)
        out.append("\n".join(t for t, k in zip(one["texts"], (p > threshold) & shown) if k))
    return out


def figures(pages, texts, title):
    by, snips, goals = defaultdict(list), [], {}
    for page, text in zip(pages, texts):
        if page["truth"] is None:
            snips.append(snippets(page, text))
            continue
        s = page_score(page["truth"], text)
        by[page["set"]].append(s)
        if page["set"] == "wcxb-dev":
            by["wcxb " + page["type"]].append(s)
    out = []
    for name, v in by.items():
        p = np.mean([x[0] for x in v if x[3]]) if any(x[3] for x in v) else 0
        r = np.mean([x[1] for x in v])
        goals[name] = (2 * p * r / max(p + r, 1e-9), np.mean([x[2] for x in v]))
        out.append(f"{name}: F1 {goals[name][0]:.4f} (P {p:.3f} R {r:.3f}) bow {goals[name][1]:.4f}")
    if snips:
        tp, w, fp, _ = np.sum(snips, axis=0)
        p, r = tp / max(1, tp + fp), tp / w
        goals["snippets"] = (2 * p * r / (p + r), 0)
        out.append(f"snippets: F1 {goals['snippets'][0]:.4f} (P {p:.3f} R {r:.3f})")
    short = " ".join(f"{n} {goals[k][j]:.4f}" for n, k, j in GOALS if k in goals)
    print(f"{title} | {short}", flush=True)
    return out


# What the goals are set for: name, key, F1 of runs (0) or words (1).
GOALS = [("sh", "scrapinghub", 0), ("fundus", "fundus", 0), ("wcxb", "wcxb-dev", 1), ("art", "wcxb article", 1), ("read", "readability", 0), ("snip", "snippets", 0),
         ("forum", "wcxb forum", 1), ("prod", "wcxb product", 1), ("list", "wcxb listing", 1), ("coll", "wcxb collection", 1), ("doc", "wcxb documentation", 1), ("serv", "wcxb service", 1)]


def run_job(f):
    """Of the process that was forked when `job` was set."""
    return job(f)


class Corpus:
    """Pages, the first decision's rows, and labels."""

    def __init__(self, corpus, work, binary, reuse=False):
        self.work, self.binary = work, binary
        self.pages = load(corpus, work)
        self.x1, self.names1, self.info = rows(binary, self.pages, work / "first", reuse=reuse)
        self.finish()

    def finish(self):
        labels, usable, sizes = [], [], []
        for page, one in zip(self.pages, self.info):
            y, u, n = label(one["texts"], one["kinds"], page["truth"]) if page["truth"] is not None else weak_label(one["texts"], one["kinds"], page)
            labels.append(y), usable.append(u), sizes.append(n)
        self.counts = np.array([len(y) for y in labels])
        self.starts = np.concatenate([[0], np.cumsum(self.counts)])
        self.y, self.u, self.n = np.concatenate(labels), np.concatenate(usable), np.concatenate(sizes)
        self.fold = np.repeat([p["fold"] for p in self.pages], self.counts)
        self.page_words = np.repeat([float((l * s).sum()) for l, s in zip(labels, sizes)], self.counts)
        self.is_weak = np.repeat([p["truth"] is None for p in self.pages], self.counts)
        self.page_weight = np.repeat([p["weight"] for p in self.pages], self.counts)

    def weights(self):
        """A block counts as much as it moves its page's score; snippets stand for more than their block."""
        w = np.clip(self.n, 3, 80) / np.sqrt(np.maximum(200.0, self.page_words)) / 4
        return np.where(self.is_weak, 0.5, w) * self.page_weight

    def per_page(self, values):
        return [values[self.starts[i]:self.starts[i + 1]] for i in range(len(self.pages))]

    def thin(self, w):
        """Four of five short blocks far outside of any text go; the fifth stands for them."""
        easy = (self.n < 6) & (self.y == 0) & (np.convolve(self.y > 0, np.ones(25), "same") == 0)
        stays = ~easy | (np.arange(len(w)) % 5 == 0)
        return stays & self.u, np.where(easy, 5 * w, w)

    def fit(self, x, w, rounds, fold=None, **params):
        """A forest from all pages, or from all but one fold's."""
        chosen, w = self.thin(w)
        chosen &= self.fold != fold if fold is not None else True
        return fit(x[chosen], self.y[chosen], w[chosen], rounds, **params)

    def cross(self, x, w, rounds, name=None, **params):
        """Out-of-fold answers, and the files of the folds' models. Two processes are quicker than two threads."""
        global job

        def job(f):
            model = self.fit(x, w, rounds, f, **params)
            if name:
                export(model, self.work / f"{name}.{f}.bin")
            return model.predict(x[self.fold == f])

        out = np.zeros(len(self.y))
        with multiprocessing.get_context("fork").Pool(2) as pool:
            for f, answers in enumerate(pool.map(run_job, range(FOLDS), chunksize=1)):
                out[self.fold == f] = answers
        return out, [self.work / f"{name}.{f}.bin" for f in range(FOLDS)]

    def decide(self, p):
        """As `classify::decide`: cut lower where the page can hope for less."""
        out = p.copy()
        text = np.concatenate([[k not in ("figure", "embed", "rule", "math") for k in one["kinds"]] for one in self.info]).astype(bool)
        for i in range(len(self.pages)):
            s = slice(self.starts[i], self.starts[i + 1])
            q, n = p[s][text[s]], self.n[s][text[s]]
            if not len(q):
                continue
            order = np.argsort(-q, kind="stable")
            right = np.cumsum((q * n)[order])
            cut = np.clip(0.8 * np.max(2 * right / np.maximum(np.cumsum(n[order]) + right[-1], 1)) - 0.2, 0.01, 0.5)
            out[s] = np.where(p[s] > cut, 0.5 + 0.5 * (p[s] - cut) / (1 - cut), 0.5 * p[s] / cut)
        return out

    def show(self, values, title, full=False):
        out = figures(self.pages, kept(self.info, self.per_page(values)), title)
        if full:
            print(*out, sep="\n    ", flush=True)


def score(binary, pages, work, files):
    """The main articles' texts, rules and splitting included, each page with the forests of its fold."""
    ask(binary, pages, work / "texts", files)
    texts = [json.loads(line)["text"] for line in open(work / "texts.jsonl", encoding="utf-8")]
    print(*figures(pages, texts, "whole program, out of fold"), sep="\n    ", flush=True)


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--corpus", type=Path, required=True)
    ap.add_argument("--rows", required=True)
    ap.add_argument("--work", type=Path, required=True)
    ap.add_argument("--out", type=Path, required=True)
    ap.add_argument("--rounds", type=int, nargs=len(FORESTS), default=ROUNDS, help="trees of each forest")
    ap.add_argument("--reuse", action="store_true", help="take the first forest's rows from the last run")
    ap.add_argument("--dry", action="store_true", help="figures only")
    ap.add_argument("--score", action="store_true", help="grow nothing: the whole program with the last run's forests of the folds")
    a = ap.parse_args()
    if a.score:
        files = [[a.work / f"{name}.{fold}.bin" for fold in range(FOLDS)] for name in FORESTS]
        if not all(f.exists() for of_folds in files for f in of_folds):
            sys.exit("no forests of the folds: run with --dry once")
        return score(a.rows, load(a.corpus, a.work), a.work, files)
    c = Corpus(a.corpus, a.work, a.rows, a.reuse)
    print(f"{len(c.pages)} pages, {len(c.y)} blocks, {c.x1.shape[1]} features", flush=True)
    c.show(c.y, "ceiling: true labels")
    w = c.weights()
    xs, names, files, answers = [c.x1], [c.names1], [], []
    for name, rounds in zip(FORESTS, a.rounds):
        if files:
            x, of, _ = rows(a.rows, c.pages, a.work / name, files)
            xs.append(x), names.append(of)
        p, of_folds = c.cross(xs[-1], w, rounds, name)
        files.append(of_folds), answers.append(p)
        c.show(p, f"{name} forest, out of fold, cut at .5")
    decided = c.decide(answers[-1])
    c.show(decided, "cut by the page", full=True)
    np.savez(a.work / "answers.npz", p1=answers[0], p2=decided, y=c.y, u=c.u, starts=c.starts)
    score(a.rows, c.pages, a.work, files)
    if a.dry:
        return
    a.out.mkdir(exist_ok=True)
    for name, x, of, rounds in zip(FORESTS, xs, names, a.rounds):
        model, file, some = c.fit(x, w, rounds), a.out / f"{name}.bin", x[::23]
        export(model, file)
        print(file.name, file.stat().st_size, "moved by rounding, largest and mean:", *(f(np.abs(model.predict(some) - exported(file, some))) for f in (np.max, np.mean)))
        gain = sorted(zip(model.feature_importance("gain"), of), reverse=True)
        print("gain:", ", ".join(f"{n} {g / gain[0][0]:.3f}" for g, n in gain[:40]))
        print("unused:", [n for g, n in gain if g == 0])


if __name__ == "__main__":
    main()
