#!/usr/bin/env bash
# Tries submit.sh on a Slurm of one node that this script sets up and takes down again, as Debian
# packages it: apt-get install slurm-wlm munge. It needs root, and neither systemd nor cgroups, so a
# container will do. It writes a small corpus, requeues one shard and kills another in the middle,
# submits again, and compares all results with those of one run.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
try=$(mktemp -d /tmp/try-slurm-XXXXXX)
daemons=()
finish() {
  code=$?
  [ $code -eq 0 ] || tail -n 30 "$try"/work/logs/*.log "$try"/*.log 2>/dev/null || true
  for pid in "${daemons[@]}"; do kill "$pid" 2>/dev/null || true; done
  for pid in "${daemons[@]}"; do wait "$pid" 2>/dev/null || true; done
  rm -rf "$try"
  exit $code
}
trap finish EXIT
say() { printf '\n== %s\n' "$*"; }

say 'A Slurm of one node'
dd if=/dev/urandom of="$try/munge.key" bs=128 count=1 status=none
chmod 400 "$try/munge.key"
mkdir -m 755 "$try/munge" "$try/state" "$try/spool"
chmod 755 "$try"
# All cores, but at least four, so that shards run beside each other.
cpus=$(nproc)
[ "$cpus" -ge 4 ] || cpus=4
cat > "$try/slurm.conf" <<END
ClusterName=try
SlurmctldHost=$(hostname -s)
SlurmctldPort=16817
SlurmdPort=16818
SlurmUser=root
AuthType=auth/munge
AuthInfo=socket=$try/munge/socket
CredType=cred/munge
StateSaveLocation=$try/state
SlurmdSpoolDir=$try/spool
SlurmctldPidFile=$try/slurmctld.pid
SlurmdPidFile=$try/slurmd.pid
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
SelectType=select/cons_tres
SelectTypeParameters=CR_CPU
ReturnToService=2
SchedulerParameters=batch_sched_delay=0,sched_interval=1,sched_min_interval=0,bf_interval=1
SlurmdParameters=config_overrides
MinJobAge=3600
KillWait=5
NodeName=$(hostname -s) CPUs=$cpus RealMemory=8000
PartitionName=all Nodes=ALL Default=YES MaxTime=INFINITE State=UP
END
export SLURM_CONF="$try/slurm.conf"
munged --foreground --key-file="$try/munge.key" --socket="$try/munge/socket" --force \
  --pid-file="$try/munge/pid" --log-file="$try/munge/log" --seed-file="$try/munge/seed" \
  > "$try/munged.log" 2>&1 &
daemons+=($!)
slurmctld -D > "$try/slurmctld.log" 2>&1 &
daemons+=($!)
slurmd -D > "$try/slurmd.log" 2>&1 &
daemons+=($!)
for _ in $(seq 60); do
  [ "$(sinfo --noheader --format=%T 2>/dev/null)" = idle ] && break
  sleep 0.5
done
sinfo

say 'One run of a small corpus'
node=../../node_modules/.bin/node
"$node" --conditions=@ser/source src/testing/write-corpus.ts "$try/corpus"
cp src/testing/small-recipe.json "$try/small.json"
./ser features "$try/corpus" --no-cache --out "$try/one.parquet" 2>/dev/null
./ser crossvalidate --data "$try/one.parquet" --recipe "$try/small.json" --threads 1 \
  --out "$try/one" 2>/dev/null | grep '^all'

say 'The same by submit.sh; shard 1 is requeued, shard 2 killed in the middle'
# Whatever is submitted runs `ser` through this file.
cat > "$try/ser" <<END
#!/usr/bin/env bash
exec "$PWD/$node" "$PWD/src/testing/killed-once.ts" "$PWD/ser" "$try/killed" 2 "\$@"
END
chmod +x "$try/ser"
cat > "$try/settings.sh" <<END
SER="$try/ser"
DATA=("$try/corpus")
WORK="$try/work"
SHARDS=4
RUN_SHARDS=3
EXTRACT=(--preset summary162)
TRAIN=(--recipe "$try/small.json" --protocol speaker)
END
export SETTINGS="$try/settings.sh" SER_CACHE="$try/cache"
# The jobs of a dependency that cannot be met go by themselves.
queue_is_empty() { [ -z "$(squeue --noheader --states=PENDING,RUNNING,COMPLETING)" ]; }
wait_for_queue() { until queue_is_empty; do sleep 0.5; done; }
wait_until() {
  until [ "$(squeue --noheader --job="$1" --states=all --format=%T 2>/dev/null)" = "$2" ]; do
    sleep 0.1
  done
}
states() {
  squeue --array --states=all --sort=i --Format=JobArrayID:8,Name:22,State:12,exit_code:6
}

./submit.sh | tee "$try/submitted"
first=$(grep -oE '[0-9]+' "$try/submitted" | head -1)
wait_until "${first}_1" RUNNING
scontrol requeue "${first}_1"
# Slurm lets a requeued task wait for two minutes; here nobody needs to.
wait_until "${first}_1" PENDING
scontrol update job="${first}_1" StartTime=now
wait_for_queue
states
ls "$try/work/features"
./ser merge "$try/work/features" --out "$try/work/table.parquet" || echo "exit code $?"

say 'submit.sh once more'
./submit.sh
wait_for_queue
states
ls "$try/work/features" "$try/work/crossvalidation"
cmp "$try/one.parquet" "$try/work/table.parquet"
cmp "$try/one/predictions.json" "$try/work/crossvalidation/predictions.json"
cmp "$try/one/metrics.json" "$try/work/crossvalidation/metrics.json"
say 'The table and the results are those of one run, byte for byte.'
