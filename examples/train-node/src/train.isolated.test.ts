import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { createPlan, RECIPES, readParquet, run, selectRows } from '@ser/experiment';
import type * as Model from '@ser/model';
import { type Dataset, earlyStopping, fit, memoryStore, reduceLrOnPlateau } from '@ser/model';
import { SPEAKERS } from '@ser/ravdess';
import { readSummary162 } from '@ser/ravdess-data/node';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { type Ended, runScript } from './testing/run-script.ts';

// Nothing is trained in this process: what `fit` is handed is looked at.
vi.mock('@ser/model', async (actual) => {
  const model = await actual<typeof Model>();
  return {
    ...model,
    fit: vi.fn(),
    earlyStopping: vi.fn(model.earlyStopping),
    reduceLrOnPlateau: vi.fn(model.reduceLrOnPlateau),
  };
});

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'ser-example-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const train = (...args: string[]): Promise<Ended> => runScript('train.ts', args, folder);

/** In place of many numbers: where those differ, a list of differences would take minutes. */
function digest(...parts: (ArrayLike<number> | undefined)[]): string {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(Float32Array.from(part ?? []));
  return `${parts.map((part) => part?.length)} ${hash.digest('hex')}`;
}

const inMemory = ({ x }: Dataset): Float32Array => x as Float32Array;

/** The one call of `fit` that something makes, with the configurations of its callbacks. */
async function handedToFit(task: () => Promise<unknown>) {
  for (const spy of [fit, earlyStopping, reduceLrOnPlateau]) vi.mocked(spy).mockClear();
  let weights = '';
  vi.mocked(fit).mockImplementation(async (model) => {
    weights = digest(...model.getWeights().map((weight) => weight.dataSync()));
    return [];
  });
  await task();
  const [[model, examples, options]] = vi.mocked(fit).mock.calls;
  return {
    architecture: model.toJSON(null, false),
    weights,
    x: digest(inMemory(examples)),
    y: digest(examples.y),
    validationX: digest(options?.validation && inMemory(options.validation)),
    validationY: digest(options?.validation?.y),
    options: options ?? {},
    stops: vi.mocked(earlyStopping).mock.calls,
    slows: vi.mocked(reduceLrOnPlateau).mock.calls,
  };
}
type Handed = Awaited<ReturnType<typeof handedToFit>>;

describe('what train.ts trains', () => {
  let ended: Ended;
  let own: Handed;
  let wanted: Handed;
  beforeAll(async () => {
    own = await handedToFit(async () => {
      ended = await train();
    });
    // The run of `ser train`, which says nothing of how it is done here.
    const all = await readParquet('summary162', await readSummary162());
    const isOriginal = all.rows.flatMap(({ variant }, i) => (variant === 'original' ? [i] : []));
    const table = selectRows(all, isOriginal);
    const recipe = RECIPES.get('baseline');
    if (!recipe) throw new Error('there is no recipe baseline');
    const plan = createPlan({
      recipe,
      protocol: 'holdout',
      conditions: ['speech', 'song'],
      variants: false,
      speakers: SPEAKERS,
      backend: 'wasm',
    });
    const enough = new Error('enough is known');
    wanted = await handedToFit(async () => {
      const store = memoryStore();
      const reporter = ({ kind }: { kind: string }): void => {
        if (kind === 'trained') throw enough;
      };
      await expect(run(plan, table, { store, reporter })).rejects.toBe(enough);
    });
  });

  // Of `ser train`, each of these decides what the weights become.
  test.each([
    ...(['architecture', 'weights', 'x', 'y', 'validationX', 'validationY'] as const),
    ...(['stops', 'slows'] as const),
  ])('has the %s of `ser train`', (key) => {
    expect(own[key]).toEqual(wanted[key]);
  });

  test.each(['batchSize', 'seed', 'epochs', 'classWeight'] as const)(
    'has the %s of `ser train`',
    (key) => {
      expect(own.options[key]).toEqual(wanted.options[key]);
    },
  );

  test('is as its comments say', () => {
    expect(own.options).toMatchObject({ batchSize: 64, seed: 0, epochs: 60 });
    expect(own.stops).toEqual([[{ patience: 6, restoreBestWeights: true }]]);
    expect(own.slows).toEqual([[{ factor: 0.2, patience: 3, minLr: 1e-6 }]]);
    expect(own.options.callbacks?.map(({ name }) => name)).toEqual(
      wanted.options.callbacks
        ?.slice(0, 2)
        .map(({ name }) => name)
        .concat('print'),
    );
    // Speech and song of the actors 1 to 20, 85 % of their clips; actor 18 did not sing.
    expect([own.x, own.y, own.validationY].map((text) => Number(text.split(' ')[0]))).toEqual([
      ...[1730 * 162, 1730],
      306,
    ]);
  });

  test('is saved in the folder `model`, with scaler, labels and extractor', () => {
    expect(readdirSync(join(folder, 'model')).sort()).toEqual(['model.json', 'weights.bin']);
    const text = readFileSync(join(folder, 'model/model.json'), 'utf8');
    for (const part of ['neutral', 'surprised', '"scaler"', '"sampleRate":22050'])
      expect(text.replace(/\s+/g, '')).toContain(part);
  });

  test('is reported on the four actors that it never heard', () => {
    const report = ended.printed.join('\n');
    const rows = [...report.matchAll(/^ *([a-z]+) +[\d.]+ +[\d.]+ +[\d.]+ +(\d+)$/gm)];
    // Each actor has 4 neutral clips of speech and of song, 8 of the others, and neither
    // disgust nor surprise in song.
    expect(rows.map(([, label, support]) => [label, Number(support)])).toEqual([
      ['neutral', 4 * 8],
      ...['calm', 'happy', 'sad', 'angry', 'fearful'].map((label) => [label, 4 * 16]),
      ['disgust', 4 * 8],
      ['surprised', 4 * 8],
    ]);
    const [, accuracy, weights] =
      /^accuracy (\d\.\d{3}), weights ([\da-f]{64})$/m.exec(report) ?? [];
    const [, rounded] = /^ *accuracy +(\d\.\d\d) +416$/m.exec(report) ?? [];
    // The report has two digits of the same number.
    expect(Math.abs(Number(accuracy) - Number(rounded))).toBeLessThanOrEqual(0.0055);
    const bytes = readFileSync(join(folder, 'model/weights.bin'));
    expect(weights).toBe(createHash('sha256').update(bytes).digest('hex'));
    expect(ended.code).toBe(0);
  });

  test('prints its epochs, counted from 1', () => {
    const print = own.options.callbacks?.find(({ name }) => name === 'print');
    const log = vi.spyOn(console, 'log').mockReturnValue();
    print?.onEpochEnd?.({ epoch: 4, loss: 1.5 } as never, undefined as never);
    expect(log).toHaveBeenCalledExactlyOnceWith('epoch 5: 1.5');
    log.mockRestore();
  });
});

test('train.ts takes a folder and a number of epochs', async () => {
  const { options } = await handedToFit(() => train('mine', '12'));
  expect(options.epochs).toBe(12);
  expect(readdirSync(join(folder, 'mine'))).toContain('model.json');
});

test.each(['many', '0', '-1', '1.5', '07', '3x', ''])(
  'train.ts takes no "%s" for a number of epochs',
  async (epochs) => {
    expect(await train('mine', epochs)).toEqual({
      code: 2,
      printed: [],
      errors: ['usage: node train.ts [FOLDER] [EPOCHS], with a whole number of epochs'],
    });
  },
);

test('train.ts says what goes wrong in a line, before tfjs prints its source', async () => {
  vi.mocked(fit).mockRejectedValueOnce(new Error('the disk is full'));
  expect(await train('mine', '1')).toEqual({ code: 1, printed: [], errors: ['the disk is full'] });
});

test('train.ts ends with the weights of `ser train`', async () => {
  const script = fileURLToPath(new URL('train.ts', import.meta.url));
  const command = ['--conditions=@ser/source', script, 'real', '1'];
  const { stdout } = await promisify(execFile)(process.execPath, command, { cwd: folder });
  // The command line's own test has these weights, too.
  const weights = '98d9fe07cfadc4c1065cd49b50e4f2c1def1855a9d4550b5b8849a8861053401';
  expect(stdout).toMatch(/^epoch 1: \d+\.\d+\n/);
  expect(stdout).toMatch(new RegExp(`^accuracy 0\\.\\d{3}, weights ${weights}\\n$`, 'm'));
});
