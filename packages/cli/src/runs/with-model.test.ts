import { buildModel, Classifier } from '@ser/model';
import { folderStore } from '@ser/model/node';
import { expect, it } from 'vitest';
import { startBackend } from '../console/start-backend.ts';
import { sandboxPerTest } from '../testing/sandbox.ts';
import { trainSmallModel } from '../testing/train-small-model.ts';
import { withModel } from './with-model.ts';

const sandbox = sandboxPerTest();

it('gives the model and what it needs of a clip', async () => {
  const folder = `${sandbox.folder}/${await trainSmallModel(sandbox)}`;
  await withModel(folder, async ({ classifier, extractor, folder: path }) => {
    expect(path).toBe(folder);
    expect(classifier.labels).toHaveLength(8);
    expect(extractor.sampleRate).toBe(22_050);
  });
});

it('refuses a model that does not say which features it needs', async () => {
  await startBackend('wasm', 1);
  const model = buildModel({ classes: 2, blocks: [{ filters: 2, kernelSize: 3 }] });
  const classifier = new Classifier({ model, labels: ['calm', 'angry'] });
  await classifier.save(folderStore(sandbox.folder));
  classifier.dispose();
  await expect(withModel(sandbox.folder, async () => {})).rejects.toMatchObject({
    code: 'no-extractor',
  });
});
