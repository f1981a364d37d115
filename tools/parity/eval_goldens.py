"""Writes packages/eval/fixtures/*.golden.json from scikit-learn. Run by hand:

    python tools/parity/eval_goldens.py

NaN is written as the string "nan", which JSON has no number for.
"""

import json
import math
import re
import warnings
from importlib.metadata import version
from pathlib import Path

import numpy as np
import sklearn
from sklearn import metrics, model_selection

OUT = Path(__file__).parents[2] / "packages/eval/fixtures"
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
    adjusted = metrics.balanced_accuracy_score(y_true, y_pred, sample_weight=weight, adjusted=True)
    if math.isfinite(adjusted):  # of a single class it is not
        balanced["adjusted"] = adjusted
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
        yield metric_case(
            f"random emotions, zeroDivision {zero}",
            draw(EMOTIONS, 40),
            draw(EMOTIONS, 40),
            zero_division=zero,
        )
        yield metric_case(
            f"few samples, zeroDivision {zero}",
            draw(EMOTIONS, 5),
            draw(EMOTIONS, 5),
            zero_division=zero,
        )
        yield metric_case(
            f"all wrong, zeroDivision {zero}", ["sad"] * 3, ["calm"] * 3, zero_division=zero
        )
        yield metric_case(
            f"absent labels, zeroDivision {zero}",
            ["sad", "calm"],
            ["sad", "sad"],
            labels=EMOTIONS,
            zero_division=zero,
        )
        yield metric_case(
            f"no support, zeroDivision {zero}",
            ["sad", "calm"],
            ["sad", "sad"],
            labels=["happy", "angry"],
            zero_division=zero,
        )
    # numpy orders digits as numbers here, where a sort of strings would put 10 before 9.
    yield metric_case("numbers", draw([9, 10, 2, -1], 30), draw([9, 10, 2, -1], 30))
    yield metric_case(
        "order of code units", draw(["a", "B", "é", "Z"], 20), draw(["a", "B", "é", "Z"], 20)
    )
    yield metric_case("one class", ["sad"] * 4, ["sad"] * 4)
    yield metric_case("one sample", ["sad"], ["calm"])
    yield metric_case("class only predicted", ["sad", "calm", "sad"], ["sad", "happy", "sad"])
    yield metric_case(
        "labels in another order",
        draw(EMOTIONS[:4], 24),
        draw(EMOTIONS[:4], 24),
        labels=EMOTIONS[3::-1],
    )
    yield metric_case(
        "a part of the labels",
        draw(EMOTIONS[:4], 24),
        draw(EMOTIONS[:4], 24),
        labels=["sad", "calm"],
    )
    # Fractions of eighths are ties of two decimals: Python and JavaScript round them differently.
    yield metric_case(
        "ties", ["sad"] * 8 + ["calm"] * 8, ["sad"] * 3 + ["calm"] * 5 + ["calm"] * 7 + ["sad"]
    )
    yield metric_case("beta 0.5", draw(EMOTIONS, 30), draw(EMOTIONS, 30), beta=0.5)
    yield metric_case("beta 2", draw(EMOTIONS, 30), draw(EMOTIONS, 30), beta=2.0)
    yield metric_case("beta 0", draw(EMOTIONS, 30), draw(EMOTIONS, 30), beta=0.0)
    for i in range(3):
        weight = np.round(rng.uniform(0, 2, 30), 3).tolist()
        yield metric_case(f"weights {i}", draw(EMOTIONS, 30), draw(EMOTIONS, 30), weight=weight)
    weight = [0.0, 0.0, 1.5, 0.5]
    yield metric_case(
        "a class of no weight",
        ["sad", "sad", "calm", "happy"],
        ["sad", "calm", "calm", "calm"],
        weight=weight,
    )
    # As skewed as a classifier that learned something.
    y = draw(EMOTIONS, 200)
    yield metric_case(
        "a fair classifier", y, [t if rng.uniform() < 0.6 else draw(EMOTIONS, 1)[0] for t in y]
    )
    for i in range(30):
        yield everything_at_once(f"everything at once {i}", rng)


def everything_at_once(name, rng):
    """Few classes or many, some of no weight, some left out, some asked for that are not there."""
    pool = EMOTIONS[: rng.integers(1, 8)]
    draw = lambda n: [pool[i] for i in rng.integers(0, len(pool), n)]
    y = draw(rng.choice([1, 3, 8, 25]))
    skill = rng.choice([0, 0.5, 1])
    predicted = [t if rng.uniform() < skill else p for t, p in zip(y, draw(len(y)))]
    weight = np.round(rng.uniform(0, 3, len(y)), 3) * (
        rng.uniform(size=len(y)) < rng.choice([0.4, 1])
    )
    weight[0] += 0.5
    labels = [EMOTIONS[i] for i in rng.permutation(8)[: rng.integers(1, 9)]]
    return metric_case(
        name,
        y,
        predicted,
        labels=labels if rng.uniform() < 0.6 else None,
        weight=weight.tolist() if rng.uniform() < 0.6 else None,
        zero_division=(0, 1, math.nan)[rng.integers(3)],
        beta=float(rng.choice([0.5, 1, 2])),
    )


def calibration_error(y, proba, labels, bins, weight):
    """Guo et al. 2017, equation 3: bins are (lower, upper]."""
    confidence, hit = proba.max(axis=1), np.array(labels)[proba.argmax(axis=1)] == np.array(y)
    weight = np.ones(len(y)) if weight is None else np.array(weight)
    error = 0.0
    for b in range(bins):
        inside = (confidence > b / bins) & (confidence <= (b + 1) / bins)
        if weight[inside].sum() > 0:
            gap = np.average(hit[inside], weights=weight[inside]) - np.average(
                confidence[inside], weights=weight[inside]
            )
            error += weight[inside].sum() / weight.sum() * abs(gap)
    return error


def score_case(name, y, proba, labels, weight=None):
    proba = np.asarray(proba, dtype=float)
    shared = dict(labels=labels, sample_weight=weight)
    predicted = [labels[i] for i in proba.argmax(axis=1)]
    expected = {
        "logLoss": metrics.log_loss(y, proba, **shared),
        "brier": metrics.brier_score_loss(y, proba, scale_by_half=False, **shared),
        "topK": {
            str(k): metrics.top_k_accuracy_score(y, proba, k=k, **shared)
            for k in range(1, len(labels))
        }
        if len(labels) > 2
        else {},
        "calibrationError": {
            str(bins): calibration_error(y, proba, labels, bins, weight) for bins in (1, 10, 15)
        },
        "kappa": {
            str(kind): metrics.cohen_kappa_score(
                y, predicted, labels=labels, weights=kind, sample_weight=weight
            )
            for kind in (None, "linear", "quadratic")
        },
    }
    if set(labels) == set(y):
        if len(labels) > 2:
            expected["rocAuc"] = {
                average: metrics.roc_auc_score(
                    y, proba, multi_class="ovr", average=average, **shared
                )
                for average in ("macro", "weighted")
            }
        positive = [label == labels[0] for label in y]
        fpr, tpr, thresholds = metrics.roc_curve(positive, proba[:, 0], sample_weight=weight)
        expected["rocCurve"] = {"fpr": fpr, "tpr": tpr, "thresholds": thresholds[1:]}
    return plain(
        {
            "name": name,
            "labels": labels,
            "yTrue": list(y),
            "yScore": proba,
            "sampleWeight": weight,
            "predicted": predicted,
            "expected": expected,
        }
    )


def score_cases():
    rng = np.random.default_rng(5)

    def softmax(logits):
        exps = np.exp(logits - logits.max(axis=1, keepdims=True))
        return exps / exps.sum(axis=1, keepdims=True)

    for n, labels, sharpness in (
        (60, EMOTIONS, 1),
        (200, EMOTIONS, 4),
        (40, ["calm", "sad", "happy"], 2),
        (30, [3, 1, 2], 0.3),
    ):
        labels = sorted(labels)
        y = [labels[i % len(labels)] for i in range(n)]
        truth = np.eye(len(labels))[[labels.index(label) for label in y]]
        logits = sharpness * (truth + rng.normal(size=truth.shape))
        yield score_case(f"{n} samples of {len(labels)} classes", y, softmax(logits), labels)
        weight = np.round(rng.uniform(0, 2, n), 3).tolist()
        yield score_case(
            f"{n} weighted samples of {len(labels)} classes", y, softmax(logits), labels, weight
        )
        # A tenth of no weight: no threshold of theirs may show in the curve.
        weight = [0.0 if i % 10 == 3 else value for i, value in enumerate(weight)]
        yield score_case(
            f"{n} samples of {len(labels)} classes, some of no weight",
            y,
            softmax(logits),
            labels,
            weight,
        )
        # Ties, within a row and between rows.
        rough = np.round(softmax(logits) * 4) + 1
        yield score_case(f"{n} samples, tied", y, rough / rough.sum(axis=1, keepdims=True), labels)
    three = ["calm", "happy", "sad"]
    yield score_case(
        "two classes",
        ["a", "b", "a", "b"],
        [[0.9, 0.1], [0.4, 0.6], [0.3, 0.7], [0.5, 0.5]],
        ["a", "b"],
    )
    yield score_case("sure and right", three, np.eye(3), three)
    yield score_case("sure and wrong", three, np.roll(np.eye(3), 1, axis=1), three)
    yield score_case(
        "a class that is not there", ["calm", "sad"], [[0.2, 0.5, 0.3], [0.1, 0.2, 0.7]], three
    )
    yield score_case("uniform", three, np.full((3, 3), 1 / 3), three)


def mcnemar_cases():
    from statsmodels.stats.contingency_tables import mcnemar

    for first, second in (
        (0, 0),
        (0, 1),
        (1, 1),
        (3, 9),
        (9, 3),
        (20, 20),
        (41, 77),
        (600, 700),
        (0, 900),
        (3000, 3100),
    ):
        table = [[0, first], [second, 0]]
        exact = mcnemar(table, exact=True)
        case = {
            "onlyFirst": first,
            "onlySecond": second,
            "statistic": exact.statistic,
            "pValue": exact.pvalue,
        }
        # Without a single disagreement statsmodels divides by 0.
        for correction in (True, False) if first + second > 0 else ():
            result = mcnemar(table, exact=False, correction=correction)
            name = "corrected" if correction else "uncorrected"
            case[name] = {"statistic": result.statistic, "pValue": result.pvalue}
        yield plain(case)


def group_fold_cases():
    rng = np.random.default_rng(7)
    for n, groups, splits in ((20, 5, 2), (60, 24, 5), (48, 4, 4), (100, 30, 10)):
        y = rng.integers(0, groups, n)
        y[:groups] = np.arange(groups)
        folds = model_selection.GroupKFold(splits).split(np.zeros(n), groups=y)
        yield plain({"groups": y, "nSplits": splits, "test": [test for _, test in folds]})


def stratified_group_fold_cases():
    """scikit-learn's rule compares rounded deviations: ties and many classes decide by rounding."""
    rng = np.random.default_rng(11)
    for n, groups, classes, splits in (
        (6, 3, 2, 2),
        (20, 5, 2, 2),
        (60, 24, 8, 5),
        (60, 12, 3, 3),
        (48, 6, 4, 6),
        (100, 30, 9, 10),
        (120, 40, 20, 4),
        (400, 60, 150, 3),
        (300, 24, 7, 5),
        (300, 7, 3, 7),
        (90, 90, 5, 4),
    ):
        y = rng.integers(0, classes, n)
        y[0 :: max(n // splits, 1)] = 0  # one class has members for every fold
        group = rng.integers(0, groups, n)
        group[:groups] = np.arange(groups)
        folds = model_selection.StratifiedGroupKFold(splits).split(np.zeros(n), y, group)
        yield plain(
            {"y": y, "groups": group, "nSplits": splits, "test": [test for _, test in folds]}
        )
    # As RAVDESS has it: every speaker has as many clips of each emotion as every other one.
    y = [emotion for _ in range(24) for emotion in EMOTIONS for _ in range(4)]
    speakers = [f"{actor:02}" for actor in range(1, 25) for _ in range(32)]
    folds = model_selection.StratifiedGroupKFold(5).split(np.zeros(len(y)), y, speakers)
    yield plain({"y": y, "groups": speakers, "nSplits": 5, "test": [test for _, test in folds]})


def matthews_cases():
    rng = np.random.default_rng(13)

    def case(name, y_true, y_pred, weight=None):
        value = metrics.matthews_corrcoef(y_true, y_pred, sample_weight=weight)
        return plain(
            {
                "name": name,
                "yTrue": list(y_true),
                "yPred": list(y_pred),
                "sampleWeight": weight,
                "expected": value,
            }
        )

    yield case("two classes", [1, 1, 1, -1], [1, -1, 1, 1])
    yield case("right", ["sad", "calm"], ["sad", "calm"])
    yield case("two classes, all wrong", ["sad", "calm"], ["calm", "sad"])
    yield case("three classes, all wrong", ["a", "b", "c"], ["b", "c", "a"])
    yield case("one class", ["sad"] * 3, ["sad"] * 3)
    yield case("one sample", ["sad"], ["calm"])
    yield case("one class predicted", ["sad", "calm", "sad"], ["sad"] * 3)
    yield case("one class true", ["sad"] * 3, ["sad", "calm", "sad"])
    yield case("of no weight", ["sad", "calm", "sad"], ["sad", "calm", "calm"], [1.5, 0.0, 0.0])
    for n, classes in ((10, 2), (40, 3), (200, 8), (500, 8)):
        pool = EMOTIONS[:classes]
        y = [pool[i] for i in rng.integers(0, classes, n)]
        other = [pool[i] for i in rng.integers(0, classes, n)]
        predicted = [t if rng.uniform() < 0.6 else o for t, o in zip(y, other)]
        weight = np.round(rng.uniform(0, 2, n), 3).tolist()
        yield case(f"{n} samples of {classes} classes by chance", y, other)
        yield case(f"{n} samples of {classes} classes", y, predicted)
        yield case(f"{n} weighted samples of {classes} classes", y, predicted, weight)


def log_loss_cases():
    """By the type of the probabilities, whose epsilon scikit-learn clips at."""
    three = ["calm", "happy", "sad"]
    probabilities = {
        "sure and wrong": np.roll(np.eye(3), 1, axis=1),
        "sure and right": np.eye(3),
        "nearly sure": [[1 - 2e-9, 1e-9, 1e-9]] * 3,
        "unsure": [[0.2, 0.5, 0.3], [0.1, 0.2, 0.7], [0.4, 0.3, 0.3]],
    }
    for name, rows in probabilities.items():
        for dtype in ("float32", "float64"):
            y_proba = np.asarray(rows, dtype=dtype)
            yield plain(
                {
                    "name": f"{name}, {dtype}",
                    "dtype": dtype,
                    "yTrue": three,
                    "yProba": y_proba.astype(float),
                    "expected": metrics.log_loss(three, y_proba),
                }
            )


def label_cases():
    """Metrics of labels that `metrics.golden.json` has not."""
    rng = np.random.default_rng(17)
    for i in range(40):
        pool = EMOTIONS[: rng.integers(2, 8)]
        draw = lambda n: [pool[i] for i in rng.integers(0, len(pool), n)]
        y = draw(rng.choice([1, 3, 8, 40]))
        predicted = [t if rng.uniform() < 0.5 else p for t, p in zip(y, draw(len(y)))]
        weight = np.round(rng.uniform(0.1, 3, len(y)), 3).tolist() if rng.uniform() < 0.5 else None
        labels = [EMOTIONS[i] for i in rng.permutation(8)[: rng.integers(1, 9)]]
        labels = labels if rng.uniform() < 0.5 else None
        zero, beta = int(rng.integers(2)), float(rng.choice([0.5, 2, 3]))
        shared = dict(labels=labels, sample_weight=weight, zero_division=zero)
        yield plain(
            {
                "name": f"labels {i}",
                "yTrue": y,
                "yPred": predicted,
                "labels": labels,
                "sampleWeight": weight,
                "zeroDivision": zero,
                "beta": beta,
                "expected": {
                    "zeroOneLoss": metrics.zero_one_loss(y, predicted, sample_weight=weight),
                    "wrong": metrics.zero_one_loss(
                        y, predicted, normalize=False, sample_weight=weight
                    ),
                    "hammingLoss": metrics.hamming_loss(y, predicted, sample_weight=weight),
                    "fbeta": {
                        average: metrics.fbeta_score(
                            y, predicted, beta=beta, average=average, **shared
                        )
                        for average in ("micro", "macro", "weighted")
                    },
                    "jaccard": {
                        average: metrics.jaccard_score(y, predicted, average=average, **shared)
                        for average in ("micro", "macro", "weighted")
                    },
                },
            }
        )


def precision_cases():
    """Curves of precision and recall, and their areas; some scores tied, some of no weight."""
    rng = np.random.default_rng(19)
    for i, (n, classes) in enumerate(((6, 3), (20, 3), (60, 8), (200, 8), (200, 4), (9, 3))):
        labels = sorted(EMOTIONS[:classes])
        y = [labels[k % classes] for k in range(n)]
        truth = np.eye(classes)[[labels.index(label) for label in y]]
        scores = np.round(truth + rng.normal(size=truth.shape), 1 if i % 2 else 6)
        weight = np.round(rng.uniform(0, 2, n), 2) * (rng.uniform(size=n) < 0.8) + (
            np.arange(n) < classes
        )
        for weights in (None, weight.tolist()):
            positive = [label == labels[0] for label in y]
            precision, recall, thresholds = metrics.precision_recall_curve(
                positive, scores[:, 0], sample_weight=weights
            )
            yield plain(
                {
                    "name": f"{n} samples of {classes} classes{', weighted' if weights else ''}",
                    "labels": labels,
                    "yTrue": y,
                    "yScore": scores,
                    "sampleWeight": weights,
                    "expected": {
                        "curve": {
                            "precision": precision,
                            "recall": recall,
                            "thresholds": thresholds,
                        },
                        "averagePrecision": {
                            average: metrics.average_precision_score(
                                y, scores, average=average, sample_weight=weights
                            )
                            for average in ("macro", "weighted")
                        },
                    },
                }
            )


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
    text = json.dumps(
        {"generator": generator, "versions": VERSIONS, "cases": cases}, separators=(",", ":")
    )
    (OUT / name).write_text(text + "\n")


if __name__ == "__main__":
    warnings.simplefilter("ignore")
    OUT.mkdir(parents=True, exist_ok=True)
    write("metrics.golden.json", list(metric_cases()))
    write("stratified-k-fold.golden.json", fold_cases())
    write("scores.golden.json", list(score_cases()))
    write("group-k-fold.golden.json", list(group_fold_cases()))
    write("stratified-group-k-fold.golden.json", list(stratified_group_fold_cases()))
    write("matthews-corrcoef.golden.json", list(matthews_cases()))
    write("labels.golden.json", list(label_cases()))
    write("precision-recall.golden.json", list(precision_cases()))
    write("log-loss.golden.json", list(log_loss_cases()))
    VERSIONS["statsmodels"] = version("statsmodels")
    write("mcnemar.golden.json", list(mcnemar_cases()))
