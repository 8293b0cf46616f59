"""Expected figures for TrecReferenceTest, from trec_eval's definitions and independent of the Java code.

Run once in this folder: `python3 trec_eval_reference.py > reference.expected.tsv`. Like `trec_eval -c`, it reads
reference.qrels and reference.run, ignores the rank column, keeps scores as 32-bit floats, and sorts each question's
lines by score and then by id, both descending.
Columns: ndcg_cut_10, recip_rank (-M 10), success_1, success_5, recall_10, recall_100.
"""
import math
import struct
from collections import defaultdict


def float32(text):
    return struct.unpack("f", struct.pack("f", float(text)))[0]


qrels, run = defaultdict(dict), defaultdict(list)
for line in open("reference.qrels", encoding="utf-8"):
    query, _, doc, grade = line.split()
    qrels[query][doc] = int(grade)
for line in open("reference.run", encoding="utf-8"):
    query, _, doc, _, score, _ = line.split()
    run[query].append((float32(score), doc.encode()))

rows = []
for query, grades in qrels.items():
    docs = [doc.decode() for _, doc in sorted(run[query], reverse=True)]
    gains = [max(0, grades.get(doc, 0)) for doc in docs]
    ideal = sorted((g for g in grades.values() if g > 0), reverse=True)
    dcg = lambda values: sum(v / math.log2(i + 2) for i, v in enumerate(values[:10]))
    first = next((i + 1 for i, g in enumerate(gains[:10]) if g), None)
    found = lambda k: sum(1 for g in gains[:k] if g)
    rows.append((query, dcg(gains) / dcg(ideal), 1 / first if first else 0, float(found(1) > 0), float(found(5) > 0),
                 found(10) / len(ideal), found(100) / len(ideal)))
rows.append(("all", *(sum(row[i] for row in rows) / len(rows) for i in range(1, 7))))
for row in rows:
    print(row[0], *(f"{value:.4f}" for value in row[1:]), sep="\t")
