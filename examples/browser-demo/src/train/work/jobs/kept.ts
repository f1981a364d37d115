import { RUN_FILES, type RunSummary, readPlan } from '@ser/experiment';
import type { TrainJob } from '../jobs.ts';
import { readHistory } from '../read-history.ts';
import { keepingNow, readText, runStore } from '../run-store.ts';

export const kept: TrainJob<'kept'> = async () => {
  const plan = await readPlan(runStore);
  if (!plan) return { run: null, keeping: keepingNow() };
  const { recipe, protocol, fold, seed, epochs, backend, data } = plan;
  const metrics = await readText(RUN_FILES.metrics);
  const history = await readText(RUN_FILES.history);
  const summary = metrics === undefined ? undefined : (JSON.parse(metrics) as RunSummary);
  const run = {
    recipe: recipe.name,
    protocol,
    fold,
    seed,
    epochs,
    backend,
    data: data.join(', '),
    history: history === undefined ? [] : readHistory(history),
    summary,
  };
  return { run, keeping: keepingNow() };
};
