"""Fits the weights of `src/split/seam/weigh.rs`: what tells a seam between two stories from any other boundary of sentences.

    seams.py DOCS ROWS

DOCS: a JSON object a line: `kind` (glue, control), `title`, `paras`, `seams` as pairs of paragraph and byte. Controls are the texts that the
reader itself makes of real pages, of each the longest stretch of paragraphs without a heading or a list between, whole or cut to random
lengths, as paragraphs and as one run of text. Glue is made of two or three of them of one language and of different sites, cut to random
lengths (400 to 4000 characters, logarithmic), a third of them alike in vocabulary. Texts that stand in the split benchmark are left out.
ROWS: what `cargo run --release --example seams --features training < DOCS` writes: for each boundary paragraph, byte, values.

A logistic regression over all boundaries, then three times anew over each document's four likeliest ones and its true seams: a text is split
at its likeliest boundary, so that only these decide. Controls weigh three times. What lies within 400
bytes of a seam teaches nothing. Thresholds were read from the other half of the sites than the one that taught.
The second look is the same regression over each value in its spreads from the mean, their squares, and what `beside` says of the first
look's scores.
The dateline's weight is set by hand: agencies' datelines are too rare in the middle of the corpus' texts.
"""
import json
import sys

import numpy as np

IGNORED = 400   # bytes beside a seam
LIKELIEST = 4   # boundaries of a document in the later rounds
RIDGE = 3.0
CONTROL = 3.0   # weight of a text without a seam
MAX_SPREAD = 4.0   # as in weigh.rs, as are the next two
NO_OTHER = -6.0
MAX_LEAD = 10.0
DATELINE, DATELINE_WEIGHT = 12, 2.5


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
        weights.append(np.full(len(chosen), CONTROL if kind == "control" else 1.0))
    return np.concatenate(values), np.concatenate(labels), np.concatenate(weights)


def beside(first):
    """How far each boundary of a text is ahead by the first look, and that score, bent at nought and at -2."""
    best, rest = np.argmax(first), np.delete(first, np.argmax(first))
    ahead = np.where(np.arange(len(first)) == best, first - (rest.max() if len(rest) else NO_OTHER), first - first[best])
    lead = np.clip(ahead, -MAX_LEAD, MAX_LEAD)
    return np.column_stack([np.ones(len(first)), lead, np.maximum(lead, 0), first, np.maximum(first, 0), np.maximum(first + 2, 0)])


def fit_in_rounds(docs):
    beta = fit(*gather(docs))
    for _ in range(3):
        beta = fit(*gather(docs, beta))
    return beta


def main():
    docs = []
    for doc, rows in zip(open(sys.argv[1], encoding="utf-8"), open(sys.argv[2], encoding="utf-8")):
        doc, rows = json.loads(doc), json.loads(rows)
        if rows:
            far = np.array([min([distance(doc["paras"], r[:2], s) for s in doc["seams"]], default=10**9) for r in rows])
            docs.append((doc["kind"], np.array([r[2] for r in rows]), far))
    beta = fit_in_rounds(docs)
    print(" ".join(f"{b:.3f}" for b in beta))
    beta[DATELINE] = DATELINE_WEIGHT
    every = np.concatenate([x for _, x, _ in docs])[:, 1:]
    mean, spread = every.mean(0), every.std(0) + 1e-9

    def look(x):
        z = np.clip((x[:, 1:] - mean) / spread, -MAX_SPREAD, MAX_SPREAD)
        return np.column_stack([beside(x @ beta), z, z**2])

    second = fit_in_rounds([(kind, look(x), far) for kind, x, far in docs])
    count = len(mean)
    print(" ".join(f"{b:.3f}" for b in second[:6]))
    for row in zip(mean, spread, second[6:6 + count], second[6 + count:]):
        print(" ".join(f"{value:.3f}" for value in row))


if __name__ == "__main__":
    main()
