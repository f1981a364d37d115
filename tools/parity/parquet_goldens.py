"""Writes packages/experiment/fixtures/parquet.golden.json: one table of features as pandas, pyarrow,
polars, DuckDB and fastparquet write it, with each codec, page version and type of column. Run by hand:

    python tools/parity/parquet_goldens.py

`table` is what must be read. A case has `changes` where it must be read with other rows or values,
and `error` where it must be refused with these words.
"""

import base64
import decimal
import json
import tempfile
import warnings
from pathlib import Path

import duckdb
import fastparquet
import numpy as np
import pandas as pd
import polars as pl
import pyarrow as pa
import pyarrow.parquet as pq

OUT = Path(__file__).parents[2] / "packages/experiment/fixtures/parquet.golden.json"
ROWS = 24
FEATURES = ["zcr", "rms"]
warnings.simplefilter("ignore")


def table():
    rng = np.random.default_rng(20261125)
    return pd.DataFrame(
        {
            "clip": [f"clip-{i // 2}" for i in range(ROWS)],
            "label": [["calm", "happy", "sad"][i // 2 % 3] for i in range(ROWS)],
            "speaker": [f"{i // 6 + 1:02}" for i in range(ROWS)],
            "condition": ["speech"] * ROWS,
            "variant": [["original", "noise"][i % 2] for i in range(ROWS)],
            "zcr": rng.uniform(0, 1, ROWS).astype("float32"),
            "rms": rng.normal(0, 10, ROWS).astype("float32"),
        }
    )


def with_rms(values):
    frame = table()
    frame["rms"] = values
    return frame


def rows_of(frame):
    return json.loads(frame.to_json(orient="records"))


def values_of(frame, names=FEATURES):
    return frame[names].to_numpy("float32").ravel().tolist()


def cases():
    df = table()
    arrow = pa.Table.from_pandas(df)
    polars = pl.from_pandas(df)
    duck = duckdb.connect()
    duck.register("df", df)
    brotli = {"error": "it is compressed with brotli"}
    for codec in ("none", "snappy", "gzip", "zstd", "lz4", "brotli"):
        more = brotli if codec == "brotli" else {}
        none = None if codec == "none" else codec
        yield f"pandas {codec}", lambda p: df.to_parquet(p, compression=none), more
        yield (
            f"pyarrow {codec}, pages of version 2",
            lambda p: pq.write_table(arrow, p, compression=codec, data_page_version="2.0"),
            more,
        )
        yield (
            f"polars {codec}",
            lambda p: polars.write_parquet(p, compression=none or "uncompressed"),
            more,
        )
        for version in ("V1", "V2"):
            yield (
                f"DuckDB {codec} {version}",
                lambda p: duck.sql(
                    f"copy (select * from df) to '{p}' (format parquet, "
                    f"compression {none or 'uncompressed'}, parquet_version {version})"
                ),
                more,
            )
        yield (
            f"fastparquet {codec}",
            lambda p: fastparquet.write(str(p), df, compression=none and codec.upper()),
            more,
        )
    # Text that repeats in long runs, and numbers that do not, give every kind of block.
    yield "pandas, groups of rows", lambda p: df.to_parquet(p, row_group_size=7), {}
    yield (
        "pyarrow, small pages",
        lambda p: pq.write_table(arrow, p, data_page_size=16, write_batch_size=3),
        {},
    )
    yield (
        "pyarrow, without dictionaries",
        lambda p: pq.write_table(
            arrow,
            p,
            use_dictionary=False,
            column_encoding={
                "clip": "DELTA_BYTE_ARRAY",
                "label": "DELTA_LENGTH_BYTE_ARRAY",
                "rms": "BYTE_STREAM_SPLIT",
            },
        ),
        {},
    )
    large = pa.schema(
        [pa.field(f.name, f.type if pa.types.is_floating(f.type) else pa.large_string()) for f in arrow.schema]
    )
    yield "pyarrow, large strings", lambda p: pq.write_table(arrow.cast(large), p), {}
    category = df.astype({"label": "category", "speaker": "category"})
    yield "pandas, categories", lambda p: category.to_parquet(p), {}
    yield "fastparquet, categories", lambda p: fastparquet.write(str(p), category), {}
    yield "polars, categories", lambda p: pl.from_pandas(category).write_parquet(p), {}

    shuffled = df.sample(frac=1, random_state=0)
    own = {"rows": rows_of(shuffled), "x": values_of(shuffled)}
    yield "pandas, an index", lambda p: shuffled.to_parquet(p), {"changes": own}
    named = shuffled.rename_axis("number")
    yield "pandas, a named index", lambda p: named.to_parquet(p), {"changes": own}
    yield "fastparquet, a named index", lambda p: fastparquet.write(str(p), named, write_index=True), {"changes": own}
    yield "pandas, clips as the index", lambda p: df.set_index("clip").to_parquet(p), {}
    yield "pandas, columns in another order", lambda p: df[sorted(df)[::-1]].to_parquet(p), {}

    numbers = df.assign(clip=range(ROWS), speaker=[i // 6 + 1 for i in range(ROWS)])
    text = numbers.astype({"clip": str, "speaker": str})
    own = {"rows": rows_of(text)}
    yield "pandas, numbers for names", lambda p: numbers.to_parquet(p), {"changes": own}
    yield (
        "pyarrow, differences for names",
        lambda p: pq.write_table(
            pa.Table.from_pandas(numbers),
            p,
            use_dictionary=False,
            column_encoding={"clip": "DELTA_BINARY_PACKED"},
        ),
        {"changes": own},
    )
    missing = numbers.assign(speaker=[float("nan")] + [i // 6 + 1 for i in range(1, ROWS)])
    unknown = text.copy()
    unknown.loc[0, "speaker"] = ""
    yield "pandas, a speaker who is not known", lambda p: missing.to_parquet(p), {"changes": {"rows": rows_of(unknown)}}
    originals = df[df.variant == "original"]
    bare = originals.drop(columns=["variant", "condition"])
    own = {"rows": rows_of(originals.drop(columns=["condition"])), "x": values_of(originals)}
    yield "pandas, without variants and conditions", lambda p: bare.to_parquet(p, index=False), {"changes": own}

    double = df.astype({"zcr": "float64", "rms": "float64"})
    yield "pandas, 64-bit floats", lambda p: double.to_parquet(p), {}
    half = df.astype({"zcr": "float16", "rms": "float16"})
    yield (
        "pyarrow, 16-bit floats",
        lambda p: pq.write_table(pa.Table.from_pandas(half), p),
        {"changes": {"x": values_of(half)}},
    )
    counts = list(range(-3, ROWS - 3))
    for name, values in (
        ("64-bit integers", counts),
        ("8-bit integers", pd.array(counts, dtype="int8")),
        ("integers that may be missing", pd.array(counts, dtype="Int64")),
        ("unsigned integers", pd.array(range(2**32 - ROWS, 2**32), dtype="UInt32")),
        ("decimals", [decimal.Decimal(i) / 4 for i in counts]),
    ):
        frame = with_rms(values)
        whole = {"changes": {"x": values_of(frame.astype({"rms": "float64"}))}}
        yield f"pandas, {name}", lambda p: frame.to_parquet(p), whole
    yield (
        "DuckDB, a decimal",
        lambda p: duck.sql(f"copy (select * replace (-0.5 as rms) from df) to '{p}' (format parquet)"),
        {"changes": {"x": values_of(with_rms(-0.5))}},
    )

    def refused(name, frame, error):
        return f"pandas, {name}", lambda p: frame.to_parquet(p), {"error": error}

    first = "in row 0, which is clip clip-0 (original)"
    ones = [1.0] * (ROWS - 1)
    finite = "its column rms must hold finite numbers of 32 bits, got"
    yield refused("a null", with_rms(pd.array([None] + [1] * (ROWS - 1), dtype="Int64")), f"{finite} null {first}")
    yield refused("NaN", with_rms([float("nan")] + ones), f"{finite} null {first}")
    nan = pl.from_pandas(with_rms([float("nan")] + ones), nan_to_null=False)
    yield "polars, NaN", lambda p: nan.write_parquet(p), {"error": f"{finite} NaN {first}"}
    yield refused("infinity", with_rms([float("inf")] + ones), f"{finite} Infinity {first}")
    yield refused("beyond 32 bits", with_rms([1e39] + ones), f"{finite} 1e+39 {first}")
    numbers_got = "its column rms must hold numbers, got"
    yield refused("text", with_rms("0.5"), f"{numbers_got} text")
    yield refused("categories for numbers", with_rms(pd.Categorical(["a"] * ROWS)), f"{numbers_got} text")
    yield refused("booleans", with_rms(True), f"{numbers_got} booleans")
    yield refused("dates", with_rms(pd.Timestamp("2026-01-01")), f"{numbers_got} dates or times")
    yield refused("lists", with_rms([[1.0, 2.0]] * ROWS), f"{numbers_got} lists, structs or bytes")
    yield refused("bytes", with_rms([b"\x00\xff"] * ROWS), f"{numbers_got}")
    yield refused("booleans for names", df.assign(clip=True), "its column clip must hold text, got booleans")
    yield refused("a label that is missing", df.assign(label=[None] + ["sad"] * (ROWS - 1)), "its column label must hold text, got null in row 0")
    yield refused("without labels", df.drop(columns=["label"]), "it lacks the column label")
    yield refused("without a feature", df.drop(columns=["rms"]), "it lacks a column: rms")
    yield refused("a column too much", df.assign(gender="f"), "it has a column too much: gender")
    yield refused("other columns", df.drop(columns=["rms"]).assign(a=1.0, constructor=1.0), "it lacks a column: rms; it has 2 columns too much: a, constructor")
    twice = pa.Table.from_arrays(arrow.columns + [arrow["rms"]], names=arrow.column_names + ["rms"])
    yield "pyarrow, a column twice", lambda p: pq.write_table(twice, p), {"error": "it has columns twice: rms"}

    frames = pd.concat([df[df.variant == "original"]] * 3).sort_values(["clip"], kind="stable")
    frames["frame"] = [i % 3 for i in range(len(frames))]
    frames["zcr"] = np.arange(len(frames), dtype="float32")
    one = frames[frames.frame == 0][["clip", "label", "speaker", "condition", "variant"]]
    own = {"rows": rows_of(one), "x": values_of(frames), "shape": [3, 2]}
    yield "pandas, frames", lambda p: frames.to_parquet(p, index=False), {"changes": own}
    mixed = frames.sort_values(["frame", "clip"])
    yield "pandas, frames in another order", lambda p: mixed.to_parquet(p, index=False), {"error": "its column frame must count from 0 to"}
    frames["clip"] = [f"clip-{i // 2}" for i in range(len(frames))]
    yield "pandas, frames of two clips", lambda p: frames.to_parquet(p, index=False), {"error": "its rows must stand clip by clip, 3 frames each, got another clip in row"}


def main():
    df = table()
    found = []
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "x.parquet"
        for name, write, more in cases():
            path.unlink(missing_ok=True)
            write(path)
            found.append({"name": name, "parquet": base64.b64encode(path.read_bytes()).decode(), **more})
    versions = {m.__name__: m.__version__ for m in (pd, pa, pl, duckdb, fastparquet)}
    golden = {
        "generator": f"tools/parity/parquet_goldens.py with {json.dumps(versions)}",
        "table": {"rows": rows_of(df[["clip", "label", "speaker", "condition", "variant"]]), "x": values_of(df), "shape": [2]},
        "cases": [
            {**c, "changes": {**c["changes"], "rows": keys(c["changes"]["rows"])}} if "rows" in c.get("changes", {}) else c
            for c in found
        ],
    }
    OUT.parent.mkdir(exist_ok=True)
    OUT.write_text(json.dumps(golden) + "\n")


def keys(rows):
    return [{k: v for k, v in row.items() if k not in (*FEATURES, "frame")} for row in rows]


if __name__ == "__main__":
    main()
