"""Writes packages/eval/src/fixtures/*.golden.json from scikit-learn. Run by hand:

    python tools/parity/eval_goldens.py

NaN is written as the string "nan", which JSON has no number for.
"""

import json
import math
import re
import warnings
from pathlib import Path

import numpy as np
import sklearn
from sklearn import metrics, model_selection

OUT = Path(__file__).parents[2] / "packages/eval/src/fixtures"
VERSIONS = {"scikit-learn": sklearn.__version__, "numpy": np.__version__}
EMOTIONS = "neutral calm happy sad angry fearful disgust surprised".split()


def plain(value):
    if isinstance(value, np.ndarray):
        return plain(value.tolist())
    if isinstance(value, dict):
        return {key: plain(entry) for key, entry in value.items()}
    if isinstance(value, (list, tuple)):
        return [plain(entry) for entry in value]
    if isinstance(value, np.generic):
        value = value.item()
    return "nan" if isinstance(value, float) and math.isnan(value) else value


def whole_support(text):
    """Without a single hit scikit-learn counts in floats and writes a support of 3 as 3.0."""
    return re.sub(r"(\d+)\.0(?=\n)", lambda match: match[1].rjust(len(match[0])), text)


def metric_case(name, y_true, y_pred, labels=None, weight=None, zero_division=0, beta=1.0):
    shared = dict(labels=labels, sample_weight=weight, zero_division=zero_division)
    p, r, f, s = metrics.precision_recall_fscore_support(y_true, y_pred, beta=beta, **shared)
    report = dict(labels=labels, sample_weight=weight, zero_division=zero_division)
    matrix = {}
    present = labels is None or set(labels) & set(y_true)
    for normalize in (None, "true", "pred", "all") if present else ():
        matrix[normalize or "none"] = metrics.confusion_matrix(
            y_true, y_pred, labels=labels, sample_weight=weight, normalize=normalize
        )
    averages = {}
    for average in ("micro", "macro", "weighted"):
        averages[average] = {
            "precision": metrics.precision_score(y_true, y_pred, average=average, **shared),
            "recall": metrics.recall_score(y_true, y_pred, average=average, **shared),
            "f1": metrics.f1_score(y_true, y_pred, average=average, **shared),
        }
    balanced = {"plain": metrics.balanced_accuracy_score(y_true, y_pred, sample_weight=weight)}
    if len(set(y_true)) > 1:
        balanced["adjusted"] = metrics.balanced_accuracy_score(
            y_true, y_pred, sample_weight=weight, adjusted=True
        )
    return plain(
        {
            "name": name,
            "yTrue": list(y_true),
            "yPred": list(y_pred),
            "labels": labels,
            "sampleWeight": weight,
            "zeroDivision": zero_division,
            "beta": beta,
            "expected": {
                "accuracy": metrics.accuracy_score(y_true, y_pred, sample_weight=weight),
                "balancedAccuracy": balanced,
                "confusionMatrix": matrix,
                "precision": p,
                "recall": r,
                "fscore": f,
                "support": s,
                "averages": averages,
                # The support of weighted samples is a float, which Python writes its own way.
                "text": {
                    str(digits): whole_support(
                        metrics.classification_report(y_true, y_pred, digits=digits, **report)
                    )
                    for digits in (2, 4)
                }
                if weight is None
                else None,
            },
        }
    )


def metric_cases():
    rng = np.random.default_rng(20261122)
    draw = lambda pool, n: [pool[i] for i in rng.integers(0, len(pool), n)]
    nan = float("nan")
    for zero in (0, 1, nan):
        yield metric_case(f"random emotions, zeroDivision {zero}", draw(EMOTIONS, 40), draw(EMOTIONS, 40), zero_division=zero)
        yield metric_case(f"few samples, zeroDivision {zero}", draw(EMOTIONS, 5), draw(EMOTIONS, 5), zero_division=zero)
        yield metric_case(f"all wrong, zeroDivision {zero}", ["sad"] * 3, ["calm"] * 3, zero_division=zero)
        yield metric_case(f"absent labels, zeroDivision {zero}", ["sad", "calm"], ["sad", "sad"], labels=EMOTIONS, zero_division=zero)
        yield metric_case(f"no support, zeroDivision {zero}", ["sad", "calm"], ["sad", "sad"], labels=["happy", "angry"], zero_division=zero)
    # numpy orders digits as numbers here, where a sort of strings would put 10 before 9.
    yield metric_case("numbers", draw([9, 10, 2, -1], 30), draw([9, 10, 2, -1], 30))
    yield metric_case("order of code units", draw(["a", "B", "é", "Z"], 20), draw(["a", "B", "é", "Z"], 20))
    yield metric_case("one class", ["sad"] * 4, ["sad"] * 4)
    yield metric_case("one sample", ["sad"], ["calm"])
    yield metric_case("class only predicted", ["sad", "calm", "sad"], ["sad", "happy", "sad"])
    yield metric_case("labels in another order", draw(EMOTIONS[:4], 24), draw(EMOTIONS[:4], 24), labels=EMOTIONS[3::-1])
    yield metric_case("a part of the labels", draw(EMOTIONS[:4], 24), draw(EMOTIONS[:4], 24), labels=["sad", "calm"])
    # Fractions of eighths are ties of two decimals: Python and JavaScript round them differently.
    yield metric_case("ties", ["sad"] * 8 + ["calm"] * 8, ["sad"] * 3 + ["calm"] * 5 + ["calm"] * 7 + ["sad"])
    yield metric_case("beta 0.5", draw(EMOTIONS, 30), draw(EMOTIONS, 30), beta=0.5)
    yield metric_case("beta 2", draw(EMOTIONS, 30), draw(EMOTIONS, 30), beta=2.0)
    yield metric_case("beta 0", draw(EMOTIONS, 30), draw(EMOTIONS, 30), beta=0.0)
    for i in range(3):
        weight = np.round(rng.uniform(0, 2, 30), 3).tolist()
        yield metric_case(f"weights {i}", draw(EMOTIONS, 30), draw(EMOTIONS, 30), weight=weight)
    weight = [0.0, 0.0, 1.5, 0.5]
    yield metric_case("a class of no weight", ["sad", "sad", "calm", "happy"], ["sad", "calm", "calm", "calm"], weight=weight)
    # As skewed as a classifier that learnt something.
    y = draw(EMOTIONS, 200)
    yield metric_case("a fair classifier", y, [t if rng.uniform() < 0.6 else draw(EMOTIONS, 1)[0] for t in y])


def fold_cases():
    rng = np.random.default_rng(1)
    cases = []
    for n, classes, splits in ((10, 2, 2), (23, 3, 5), (60, 8, 10), (17, 4, 3), (9, 5, 3)):
        y = rng.integers(0, classes, n).tolist()
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # a class may have fewer members than there are folds
            folds = model_selection.StratifiedKFold(splits).split(np.zeros(n), y)
            cases.append(plain({"y": y, "nSplits": splits, "test": [test for _, test in folds]}))
    return cases


def write(name, cases):
    generator = "tools/parity/eval_goldens.py"
    text = json.dumps({"generator": generator, "versions": VERSIONS, "cases": cases}, separators=(",", ":"))
    (OUT / name).write_text(text + "\n")


if __name__ == "__main__":
    warnings.simplefilter("ignore")
    OUT.mkdir(parents=True, exist_ok=True)
    write("metrics.golden.json", list(metric_cases()))
    write("stratified-k-fold.golden.json", fold_cases())
