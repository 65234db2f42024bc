"""Fits the weights of `src/split/seam/weigh.rs`: what tells a seam between two stories from any other boundary of sentences.

    seams.py DOCS ROWS

DOCS: a JSON object a line: `kind` (glue, control, real), `paras`, `seams` as pairs of paragraph and byte, `lang`. Glue is made of two or three
random articles of one language, cut to random lengths (300 to 6000 characters, logarithmic), as paragraphs or as one run of text, three in ten
of them alike in vocabulary; controls are the same articles whole or cut; real ones are the texts that the reader itself makes of whole pages.
ROWS: what `cargo run --release --example seams --features training < DOCS` writes: for each boundary paragraph, byte, values.

A logistic regression over all boundaries, then three times anew over each document's three likeliest ones and its true seams: a text is split
at its likeliest boundary, so that only these decide. Real texts weigh three times. What lies within 400 bytes of a seam teaches nothing.
The dateline's weight is set by hand: agencies' datelines are too rare in the middle of the corpus' texts.
"""
import json
import sys

import numpy as np

IGNORED = 400   # bytes beside a seam
LIKELIEST = 3   # boundaries of a document in the later rounds
RIDGE = 3.0
REAL = 3.0      # weight of a real page's text


def fit(values, labels, weights):
    mean, spread = values.mean(0), values.std(0) + 1e-9
    mean[0], spread[0] = 0, 1
    scaled = (values - mean) / spread
    ridge = np.full(values.shape[1], RIDGE)
    ridge[0] = 1e-6
    beta = np.zeros(values.shape[1])
    for _ in range(40):
        p = 1 / (1 + np.exp(-np.clip(scaled @ beta, -30, 30)))
        gradient = scaled.T @ (weights * (labels - p)) - ridge * beta
        hessian = (scaled * (weights * p * (1 - p))[:, None]).T @ scaled + np.diag(ridge)
        beta += np.linalg.solve(hessian, gradient)
    plain = beta / spread
    plain[0] = beta[0] - (beta[1:] * mean[1:] / spread[1:]).sum()
    return plain


def distance(paras, a, b):
    low, high = sorted((tuple(a), tuple(b)))
    if low[0] == high[0]:
        return high[1] - low[1]
    between = sum(len(p.encode()) for p in paras[low[0] + 1:high[0]])
    return len(paras[low[0]].encode()) - low[1] + between + high[1]


def gather(docs, beta=None):
    values, labels, weights = [], [], []
    for kind, x, far in docs:
        usable = (far == 0) | (far > IGNORED)
        chosen = np.flatnonzero(usable)
        if beta is not None:
            score = np.where(usable, x @ beta, -np.inf)
            likely = [i for i in np.argsort(-score)[:LIKELIEST] if usable[i]]
            chosen = np.array(sorted(set(likely) | set(np.flatnonzero(far == 0))), dtype=int)
        values.append(x[chosen])
        labels.append(far[chosen] == 0)
        weights.append(np.full(len(chosen), REAL if kind == "real" else 1.0))
    return np.concatenate(values), np.concatenate(labels), np.concatenate(weights)


def main():
    docs = []
    for doc, rows in zip(open(sys.argv[1], encoding="utf-8"), open(sys.argv[2], encoding="utf-8")):
        doc, rows = json.loads(doc), json.loads(rows)
        if rows:
            far = np.array([min([distance(doc["paras"], r[:2], s) for s in doc["seams"]], default=10**9) for r in rows])
            docs.append((doc["kind"], np.array([r[2] for r in rows]), far))
    beta = fit(*gather(docs))
    for _ in range(3):
        beta = fit(*gather(docs, beta))
    print(" ".join(f"{b:.3f}" for b in beta))


if __name__ == "__main__":
    main()
