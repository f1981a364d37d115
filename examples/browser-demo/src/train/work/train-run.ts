import {
  extractorOf,
  extractTable,
  type Plan,
  planVariants,
  type RunSummary,
  run,
  type Table,
} from '@ser/experiment';
import { version_core } from '@tensorflow/tfjs-core';
import type { LoadedData } from './data/loaded-data.ts';
import { NeedsFiles } from './data/run-data.ts';
import { extractInWorkers } from './extract/extract-clips.ts';
import { FeaturesCache } from './extract/features-cache.ts';
import type { TrainJobs } from './jobs.ts';
import { featuresStore, keepingNow, runStore } from './run-store.ts';
import { startBackend } from './start-backend.ts';

/** Milliseconds between two steps that are told. */
const BETWEEN_STEPS = 100;

interface Ports {
  readonly signal: AbortSignal;
  readonly report: (progress: TrainJobs['train']['progress']) => void;
}

/** Trains a plan, or goes on with it where the store has some of it. */
export async function trainRun(plan: Plan, data: LoadedData, ports: Ports): Promise<RunSummary> {
  const { signal } = ports;
  const report = tellingKeeping(ports.report);
  const table = await tableOf(plan, data, { signal, report });
  const threads = await startBackend(plan.backend);
  report({ kind: 'backend', backend: plan.backend, threads });
  let told = 0;
  const { summary } = await run(plan, table, {
    store: runStore,
    signal,
    versions: { '@tensorflow/tfjs-core': version_core, browser: navigator.userAgent },
    reporter(event) {
      const now = performance.now();
      if (event.kind === 'step' && now - told < BETWEEN_STEPS) return;
      told = now;
      report(event);
    },
  });
  return summary;
}

/** Tells with what is told next that the device takes no more. */
function tellingKeeping(report: Ports['report']): Ports['report'] {
  let told = keepingNow();
  if (told !== 'device') report({ kind: 'keeping', keeping: told });
  return (progress) => {
    const keeping = keepingNow();
    if (keeping !== told) report({ kind: 'keeping', keeping });
    told = keeping;
    report(progress);
  };
}

async function tableOf(plan: Plan, data: LoadedData, { signal, report }: Ports): Promise<Table> {
  if (data.table) return data.table;
  const { conditions, recipe } = plan;
  const wanted = data.clips.filter(
    ({ info: { condition = '' } }) => !conditions || conditions.includes(condition),
  );
  const cache = new FeaturesCache(featuresStore);
  const stamps = new Map(wanted.map(({ id, stamp }) => [id, stamp]));
  let missing = 0;
  const table = await extractTable(wanted, {
    extractor: extractorOf(recipe),
    variants: planVariants(plan),
    labels: data.labels,
    recordings: new Map(data.recordings),
    extract: extractInWorkers(cache, stamps),
    onProblem(file, error) {
      if (error instanceof NeedsFiles) missing++;
      else report({ kind: 'problem', file, message: error.message });
    },
    reporter: report,
    signal,
  });
  if (missing > 0) {
    throw new NeedsFiles(
      `${missing} of ${wanted.length} recordings were not read before the run was interrupted. ` +
        'Choose the same folder again above, then go on.',
    );
  }
  if (table.rows.length === 0) throw new Error('None of the recordings could be read.');
  return table;
}
