import '@tensorflow/tfjs-backend-cpu';
import { mkdtemp, readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as tf from '@tensorflow/tfjs-core';
import { layers, sequential } from '@tensorflow/tfjs-layers';
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { Classifier } from '../classifier/classifier.ts';
import { folderStore } from '../node/folder-store.ts';
import { StandardScaler } from '../preprocessing/standard-scaler.ts';
import { memoryStore } from '../stores/memory-store.ts';
import { Ensemble } from './ensemble.ts';

beforeAll(() => tf.setBackend('cpu'));

const LABELS = ['calm', 'angry', 'sad'];
/** Whose probabilities are `row`, whatever it is shown; of `features` features. */
function fixed(row: number[], labels: readonly string[] = LABELS, features = 2): Classifier {
  const model = sequential();
  model.add(layers.dense({ inputShape: [features], units: row.length, activation: 'softmax' }));
  const bias = row.map((probability) => Math.log(probability));
  tf.tidy(() => model.setWeights([tf.zeros([features, row.length]), tf.tensor1d(bias)]));
  const scaler = new StandardScaler(new Array(features).fill(0), new Array(features).fill(1));
  const classifier = new Classifier({ model, labels, scaler });
  onTestFinished(() => {
    if (model.getWeights().every(({ isDisposed }) => !isDisposed)) classifier.dispose();
  });
  return classifier;
}
const scoresOf = async (ensemble: Ensemble): Promise<number[]> => {
  const [{ scores }] = await ensemble.predict(ensemble.members.map(() => [new Float32Array(2)]));
  return LABELS.map((label) => scores[label]);
};
/** Float32. */
const FLOAT32 = { rtol: 1e-5 };
const A = [0.5, 0.25, 0.25];
const B = [0.125, 0.5, 0.375];

describe('Ensemble', () => {
  it('gives the normalised geometric mean by default', async () => {
    const products = A.map((a, i) => Math.sqrt(a * B[i]));
    const sum = products.reduce((x, y) => x + y);
    expect(await scoresOf(new Ensemble({ members: [fixed(A), fixed(B)] }))).toBeAllclose(
      products.map((product) => product / sum),
      FLOAT32,
    );
  });

  it('weighs its members', async () => {
    const powers = A.map((a, i) => a ** 0.75 * B[i] ** 0.25);
    const sum = powers.reduce((x, y) => x + y);
    const ensemble = new Ensemble({ members: [fixed(A), fixed(B)], weights: [3, 1] });
    expect(ensemble.weights).toEqual([0.75, 0.25]);
    expect(await scoresOf(ensemble)).toBeAllclose(
      powers.map((power) => power / sum),
      FLOAT32,
    );
  });

  it('or gives the arithmetic mean', async () => {
    const members = [fixed(A), fixed(B)];
    const ensemble = new Ensemble({ members, weights: [1, 3], mean: 'arithmetic' });
    expect(await scoresOf(ensemble)).toBeAllclose(
      A.map((a, i) => 0.25 * a + 0.75 * B[i]),
      FLOAT32,
    );
  });

  it('names the label with the highest score', async () => {
    const ensemble = new Ensemble({ members: [fixed(A), fixed(B)], weights: [1, 9] });
    const x = [new Float32Array(2)];
    expect((await ensemble.predict([x, x]))[0].label).toBe('angry');
  });

  it('gives each member its own features', async () => {
    const members = [fixed(A), fixed(B, LABELS, 5)];
    const ensemble = new Ensemble({ members });
    const wide = new Float32Array(5);
    const narrow = new Float32Array(2);
    expect(await ensemble.predict([[narrow], [wide]])).toHaveLength(1);
    await expect(ensemble.predict([[wide], [narrow]])).rejects.toThrow('must hold 2 features');
    const clips = [[[narrow, narrow]], [[wide]]];
    const [{ scores }] = await ensemble.predictVersions(clips);
    const [{ scores: plain }] = await ensemble.predict([[narrow], [wide]]);
    expect(Object.values(scores)).toBeAllclose(Object.values(plain), FLOAT32);
  });

  it('of one sigmoid each, averages probability against probability', async () => {
    const sigmoid = (probability: number): Classifier => {
      const model = sequential();
      model.add(layers.dense({ inputShape: [2], units: 1, activation: 'sigmoid' }));
      const logit = Math.log(probability / (1 - probability));
      tf.tidy(() => model.setWeights([tf.zeros([2, 1]), tf.tensor1d([logit])]));
      return new Classifier({ model, labels: ['calm'] });
    };
    const ensemble = new Ensemble({ members: [sigmoid(0.9), sigmoid(0.5)] });
    onTestFinished(() => ensemble.dispose());
    const x = [new Float32Array(2)];
    expect((await ensemble.predict([x, x]))[0].scores.calm).toBeAllclose(0.75, FLOAT32);
  });

  it.each<[string, (a: Classifier) => unknown, string]>([
    [
      'no members',
      () => ({ members: [] }),
      '`members` must hold at least one classifier, got none',
    ],
    ['what is no list', () => ({ members: 5 }), '`members` must be a list, got number'],
    [
      'what is none',
      (a) => ({ members: [a, {}] }),
      '`members[1]` must be a Classifier, got object',
    ],
    [
      'other labels',
      (a) => ({ members: [a, fixed(A, ['calm', 'sad', 'angry'])] }),
      '`members[1]` must have the labels of the first, calm, angry, sad, got calm, sad, angry',
    ],
    [
      'too few weights',
      (a) => ({ members: [a, a], weights: [1] }),
      '`weights` must hold one for each of 2 members, got 1',
    ],
    [
      'a weight of 0',
      (a) => ({ members: [a], weights: [0] }),
      '`weights[0]` must be > 0 and finite, got 0',
    ],
    [
      'another mean',
      (a) => ({ members: [a], mean: 'median' }),
      "`mean` must be 'geometric' or 'arithmetic', got median",
    ],
  ])('refuses %s', (_, parts, text) => {
    expect(() => new Ensemble(parts(fixed(A)) as never)).toThrow(`Ensemble: ${text}`);
  });

  it.each([
    [undefined, '`examples` must be a list, got undefined'],
    [[[]], 'a list for each of 2 members, all of one length, got 1 of 0, '],
    [[[], [new Float32Array(2)]], 'a list for each of 2 members, all of one length, got 2 of 0, 1'],
  ])('does not predict %j', async (examples, text) => {
    const ensemble = new Ensemble({ members: [fixed(A), fixed(B)] });
    await expect(ensemble.predict(examples as never)).rejects.toThrow(text);
  });
});

describe('a saved ensemble', () => {
  const saved = async () => {
    const store = memoryStore();
    const ensemble = new Ensemble({
      members: [fixed(A), fixed(B)],
      weights: [3, 1],
      mean: 'arithmetic',
    });
    await ensemble.save(store);
    return { store, ensemble };
  };

  it('is a folder of folders', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'ser-ensemble-'));
    await new Ensemble({ members: [fixed(A), fixed(B)] }).save(folderStore(folder));
    expect((await readdir(folder)).sort()).toEqual(['ensemble.json', 'member-1', 'member-2']);
    const member = await Classifier.load(folderStore(join(folder, 'member-2')));
    expect(member.labels).toEqual(LABELS);
    member.dispose();
  });

  it('is none while another takes its place', async () => {
    const { store, ensemble } = await saved();
    const failing = {
      ...store,
      write: async (file: string, bytes: Uint8Array) => {
        if (file.startsWith('member-2/')) throw new Error('no space left');
        await store.write(file, bytes);
      },
    };
    const other = new Ensemble({ members: [fixed(B), fixed(A)] });
    await expect(other.save(failing)).rejects.toThrow('no space left');
    await expect(Ensemble.load(store)).rejects.toMatchObject({
      code: 'no-such-path',
      message: 'Ensemble.load: memory: there is no ensemble.json',
    });
    // Saved again, it is there.
    await ensemble.save(store);
    const loaded = await Ensemble.load(store);
    onTestFinished(() => loaded.dispose());
    expect(await scoresOf(loaded)).toEqual(await scoresOf(ensemble));
  });

  it('is the same when it is loaded', async () => {
    const { store, ensemble } = await saved();
    const loaded = await Ensemble.load(store);
    onTestFinished(() => loaded.dispose());
    expect(loaded.weights).toEqual([0.75, 0.25]);
    expect(loaded.mean).toBe('arithmetic');
    expect(await scoresOf(loaded)).toEqual(await scoresOf(ensemble));
  });

  const change = (edit: (json: object) => unknown) => async () => {
    const { store } = await saved();
    const json = JSON.parse(new TextDecoder().decode(store.files.get('ensemble.json')));
    const edited = edit(json);
    const text = typeof edited === 'string' ? edited : JSON.stringify(edited);
    await store.write('ensemble.json', new TextEncoder().encode(text));
    return store;
  };
  it.each<[string, () => Promise<unknown>, string, string]>([
    ['nothing', async () => memoryStore(), 'no-such-path', 'memory: there is no ensemble.json'],
    ['no store', async () => undefined, 'bad-argument', '`from` must be a store, got undefined'],
    ['no JSON', change(() => '{'), 'corrupt-model', 'ensemble.json is not JSON'],
    ['null', change(() => 'null'), 'foreign-model', 'version must be 1, got undefined'],
    [
      'another version',
      change((j) => ({ ...j, version: 2 })),
      'foreign-model',
      'version must be 1, got 2',
    ],
    [
      'a million members',
      change((j) => ({ ...j, members: 1e6 })),
      'corrupt-model',
      'must have 1 to 256 members, got 1000000',
    ],
    [
      'no member',
      change((j) => ({ ...j, members: 0 })),
      'corrupt-model',
      'must have 1 to 256 members, got 0',
    ],
    [
      'members that are missing',
      change((j) => ({ ...j, members: 3 })),
      'no-such-path',
      'member-3: there is no model.json',
    ],
    [
      'fewer members',
      change((j) => ({ ...j, members: 1 })),
      'corrupt-model',
      '`weights` must hold one for each of 1 members, got 2',
    ],
    [
      'no weights',
      change((j) => ({ ...j, weights: null })),
      'corrupt-model',
      'ensemble.json must hold weights',
    ],
    [
      'a weight of text',
      change((j) => ({ ...j, weights: ['a', 1] })),
      'corrupt-model',
      '`weights[0]` must be > 0',
    ],
    ['another mean', change((j) => ({ ...j, mean: 'x' })), 'corrupt-model', '`mean` must be'],
    ['a large file', change(() => ' '.repeat(65537)), 'too-large', '65536'],
  ])('of %s is none, and leaves no tensor', async (_, make, code, text) => {
    const store = await make();
    const before = tf.memory().numTensors;
    await expect(Ensemble.load(store as never)).rejects.toMatchObject({
      code,
      message: expect.stringContaining(text),
    });
    expect(tf.memory().numTensors).toBe(before);
  });
});
