import { memoryStore } from '@ser/model';
import { expect, it } from 'vitest';
import { finishedRuns } from './finished-runs.ts';

it('misses the figures of a run that has none', async () => {
  const store = memoryStore();
  const finished = finishedRuns(store);
  await finished.get('fold1-seed0');
  await expect(finished.readTestedRuns()).rejects.toMatchObject({
    code: 'bad-file',
    message: expect.stringContaining(`${store.name}/fold1-seed0/metrics.json is missing`),
  });
});
