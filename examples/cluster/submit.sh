#!/usr/bin/env bash
# Submits the whole chain to Slurm: features, merge, cross-validation, merge. Each waits for the one
# before it, and none starts after a failure. Give it again after one: what is done stays done.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
source "${SETTINGS:-settings.sh}"
mkdir -p "$WORK/logs"

task_log="$WORK/logs/%x-%A_%a.log"

submit() {
  local job
  job=$(sbatch --parsable --export=ALL --kill-on-invalid-dep=yes "$@")
  echo "${job%%;*}"
}
merge() {
  local after=$1 name=$2
  shift 2
  submit --dependency="afterok:$after" --job-name="$name" --output="$WORK/logs/%x-%j.log" \
    --ntasks=1 --cpus-per-task=1 --mem=4G --time=01:00:00 --wrap "$(printf '%q ' "$SER" merge "$@")"
}

features=$(submit --output="$task_log" --array="0-$((SHARDS - 1))" features.sbatch)
table=$(merge "$features" ser-merge-features "$WORK/features" --out "$WORK/table.parquet")
runs=$(submit --dependency="afterok:$table" --output="$task_log" \
  --array="0-$((RUN_SHARDS - 1))" crossvalidate.sbatch)
report=$(merge "$runs" ser-merge-runs "$WORK/crossvalidation")
echo "Submitted $features, $table, $runs and $report. The report will lie in $WORK/crossvalidation."
