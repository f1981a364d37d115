"""Writes packages/model/fixtures/lda.golden.json: scikit-learn's linear discriminant analysis.

    pip install -r tools/parity/requirements.txt
    python tools/parity/lda_golden.py

The data are float32, as the package takes them, and scikit-learn computes in float64.
"""

import json
import platform
from pathlib import Path

import numpy as np
import sklearn
from sklearn.covariance import ledoit_wolf_shrinkage
from sklearn.discriminant_analysis import LinearDiscriminantAnalysis

rng = np.random.default_rng(13)


def blobs(rows, features, classes, mix=1.0, offset=0.0, scale=None):
    """Classes of unequal size with features that correlate, as float32."""
    skewed = rng.integers(0, classes, rows - 3 * classes) ** 2 // classes
    y = np.concatenate([np.tile(np.arange(classes), 3), skewed])
    centres = rng.normal(size=(classes, features))
    mixing = np.eye(features) + mix * rng.normal(size=(features, features)) / np.sqrt(features)
    x = centres[y] + rng.normal(size=(rows, features)) @ mixing
    return (x * (1 if scale is None else scale) + offset).astype(np.float32), y


def case(name, data, **options):
    x, y = data
    model = LinearDiscriminantAnalysis(**options).fit(x.astype(np.float64), y)
    # Two classes have one row there.
    decisions = model.decision_function(x.astype(np.float64))
    return {
        "name": name,
        "x": x.ravel().tolist(),
        "y": y.tolist(),
        "features": x.shape[1],
        "classes": int(y.max()) + 1,
        "options": {key: value for key, value in options.items()},
        "priors": model.priors_.tolist(),
        "means": model.means_.ravel().tolist(),
        "coef": model.coef_.ravel().tolist(),
        "intercept": model.intercept_.tolist(),
        "decisions": decisions.ravel()[:24].tolist(),
        "probabilities": model.predict_proba(x.astype(np.float64)).ravel()[:24].tolist(),
        "predictions": model.predict(x.astype(np.float64)).tolist(),
    }


three = blobs(40, 5, 3)
two = blobs(25, 4, 2, offset=3.0)
scaled = blobs(30, 4, 3, scale=np.array([1e-2, 1.0, 10.0, 100.0]))
still = np.tile(np.float32([2, 0]), (40, 1))
constant = (np.column_stack([three[0][:, :3], still]), three[1])
wide = blobs(24, 30, 4)
one = blobs(12, 1, 2)
uniform = [1 / 3] * 3
unequal = [0.2, 0.3, 0.5]

cases = [
    case("three classes", three, solver="lsqr"),
    case("three classes, by eigenvalues", three, solver="eigen"),
    case("equal priors", three, solver="lsqr", priors=uniform),
    case("priors and shrinkage", three, solver="eigen", shrinkage=0.3, priors=[0.2, 0.3, 0.5]),
    case("two classes", two, solver="lsqr", shrinkage=0.1),
    case("two classes, by eigenvalues", two, solver="eigen", shrinkage="auto"),
    case("features of other units", scaled, solver="lsqr"),
    case("Ledoit and Wolf, features of other units", scaled, solver="lsqr", shrinkage="auto"),
    case("Ledoit and Wolf, priors", three, solver="eigen", shrinkage="auto", priors=unequal),
    case("features that are constant", constant, solver="lsqr"),
    case("Ledoit and Wolf, features that are constant", constant, solver="lsqr", shrinkage="auto"),
    case("shrunk to a sphere", three, solver="lsqr", shrinkage=1.0),
    case("shrinkage of 0", three, solver="lsqr", shrinkage=0.0),
    case("more features than rows", wide, solver="lsqr", shrinkage=0.6),
    case("Ledoit and Wolf, more features than rows", wide, solver="eigen", shrinkage="auto"),
    case("one feature", one, solver="lsqr", shrinkage="auto"),
]

# Coefficients of many features, of which the fixture holds the formula for the rows.
rows, features, classes = 90, 600, 3
i, j = np.indices((rows, features))
many_y = np.arange(rows) % classes
noise = ((i * 7919 + j * 104729 + i * j) % 1009) / 504 - 1
many = (noise + ((j + many_y[i]) % 3 == 0)).astype(np.float32)


def many_case(**options):
    model = LinearDiscriminantAnalysis(**options).fit(many.astype(np.float64), many_y)
    return {
        "options": options,
        "coef": model.coef_[:, ::50].ravel().tolist(),
        "intercept": model.intercept_.tolist(),
    }


def centred(x):
    x = x.astype(np.float64)
    return x - x.mean(0)


golden = {
    "generator": "tools/parity/lda_golden.py",
    "versions": {"scikit-learn": sklearn.__version__, "python": platform.python_version()},
    "cases": cases,
    "ledoitWolf": {
        name: float(ledoit_wolf_shrinkage(centred(x), assume_centered=True))
        for name, (x, _) in {"three classes": three, "more features than rows": wide}.items()
    },
    "many": [
        many_case(solver="lsqr", shrinkage=0.6),
        many_case(solver="eigen", shrinkage=0.05, priors=[0.5, 0.25, 0.25]),
        many_case(solver="lsqr", shrinkage="auto"),
    ],
}

path = Path(__file__).parents[2] / "packages/model/fixtures/lda.golden.json"
path.write_text(json.dumps(golden) + "\n")
print(path, path.stat().st_size, [each["name"] for each in cases])
