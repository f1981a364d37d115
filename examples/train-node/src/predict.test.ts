import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { decodeWav } from '@ser/corpus';
import { createExtractor, type ExtractorConfig, presets } from '@ser/features';
import { buildModel, Classifier, type Prediction } from '@ser/model';
import { folderStore } from '@ser/model/node';
import { seeded } from '@ser/testing';
import '@tensorflow/tfjs-backend-wasm';
import { setBackend } from '@tensorflow/tfjs-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import wavefile from 'wavefile';
import { type Ended, runScript } from './testing/run-script.ts';

const LABELS = ['calm', 'angry', 'happy'];
/** Another excerpt than that of the preset, and fewer values. */
const OTHER: ExtractorConfig = {
  ...presets.summary162,
  offset: 0.1,
  duration: 1,
  features: [{ kind: 'mfcc', nMfcc: 20 }],
};
const FOLDERS = { model: presets.summary162, mine: OTHER };

let folder: string;
const predictions: Record<string, Prediction> = {};
const predict = (...args: string[]): Promise<Ended> => runScript('predict.ts', args, folder);
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'ser-example-'));
  const random = seeded();
  const noise = Int16Array.from({ length: 3 * 16_000 }, () => 20_000 * (random() - 0.5));
  const wav = new wavefile.WaveFile();
  wav.fromScratch(1, 16_000, '16', noise);
  writeFileSync(join(folder, 'voice.wav'), wav.toBuffer());
  await setBackend('wasm');
  for (const [name, config] of Object.entries(FOLDERS)) {
    const extractor = createExtractor(config);
    const blocks = [{ filters: 2, kernelSize: 3 }];
    const inputShape: [number, number] = [extractor.names.length, 1];
    const model = buildModel({ inputShape, classes: LABELS.length, blocks, seed: 1 });
    const classifier = new Classifier({ model, labels: LABELS, extractor: config });
    await classifier.save(folderStore(join(folder, name)));
    const values = extractor.extract(decodeWav(wav.toBuffer()));
    [predictions[name]] = await classifier.predict([values]);
    classifier.dispose();
  }
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('predict.ts', () => {
  test.each([
    ['model', ['voice.wav']],
    ['mine', ['voice.wav', 'mine']],
  ])('names the emotion with the model and the features of the folder %s', async (name, args) => {
    const { label, scores } = predictions[name];
    expect(await predict(...args)).toEqual({ code: 0, printed: [label, scores], errors: [] });
    expect(Object.keys(scores)).toEqual(LABELS);
  });

  test('needs a file', async () => {
    const usage = 'usage: node predict.ts voice.wav [FOLDER]';
    expect(await predict()).toEqual({ code: 2, printed: [], errors: [usage] });
  });

  test.each([
    [['none.wav'], /^ENOENT: no such file.*none\.wav'$/],
    [['voice.wav', 'none'], /none: there is no model\.json/],
    [['model/model.json'], /model\/model\.json must be a WAV file/],
  ])('says in a line what goes wrong with %j', async (args, message) => {
    const { code, printed, errors } = await predict(...args);
    expect([code, printed]).toEqual([1, []]);
    expect(errors).toEqual([expect.stringMatching(message)]);
  });

  test('prints no more than that line as a process of its own', async () => {
    const script = fileURLToPath(new URL('predict.ts', import.meta.url));
    const command = ['--conditions=@ser/source', script, 'none.wav'];
    const run = promisify(execFile)(process.execPath, command, { cwd: folder });
    await expect(run).rejects.toMatchObject({
      code: 1,
      stdout: '',
      stderr: expect.stringMatching(/^ENOENT: no such file.*none\.wav'\n$/),
    });
  });
});
