#!/usr/bin/env bash
# One machine: GNU parallel works through the same shards on its cores. Give it again after a
# crash or Ctrl-C: it goes on with what the joblogs do not call done.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
source "${SETTINGS:-settings.sh}"
mkdir -p "$WORK/logs"
# Who watches sees how far it is; logs get no bars.
bar=()
[ ! -t 2 ] || bar=(--bar)

# $1: name of the stage, $2: its number of shards; then the command, in which {} is the index.
shards() {
  local name=$1 count=$2
  shift 2
  # A killed shard is in the joblog too: --resume alone would call it done, --resume-failed does not.
  seq 0 $((count - 1)) | parallel --quote "${bar[@]}" --jobs "${JOBS:-100%}" --resume-failed \
    --joblog "$WORK/logs/$name-of-$count.tsv" --results "$WORK/logs/$name-{}-of-$count" "$@"
}

shards features "$SHARDS" \
  "$SER" features "${DATA[@]}" "${EXTRACT[@]}" --workers 1 \
  --num-shards "$SHARDS" --shard-index {} --out "$WORK/features"
"$SER" merge "$WORK/features" --out "$WORK/table.parquet"
shards crossvalidate "$RUN_SHARDS" \
  "$SER" crossvalidate --data "$WORK/table.parquet" "${TRAIN[@]}" --jobs 1 --threads 1 \
  --num-shards "$RUN_SHARDS" --shard-index {} --out "$WORK/crossvalidation"
"$SER" merge "$WORK/crossvalidation"
