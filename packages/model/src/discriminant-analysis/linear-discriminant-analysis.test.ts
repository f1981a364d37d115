import '@tensorflow/tfjs-backend-cpu';
import '@tensorflow/tfjs-backend-wasm';
import { readFileSync } from 'node:fs';
import * as tf from '@tensorflow/tfjs-core';
import { describe, expect, it, onTestFinished } from 'vitest';
import { Classifier } from '../classifier/classifier.ts';
import { StandardScaler } from '../preprocessing/standard-scaler.ts';
import { memoryStore } from '../stores/memory-store.ts';
import type { LdaOptions } from './lda-options.ts';
import { LinearDiscriminantAnalysis } from './linear-discriminant-analysis.ts';

const { fit } = LinearDiscriminantAnalysis;
type GoldenOptions = Pick<LdaOptions, 'solver' | 'shrinkage' | 'priors'>;
interface GoldenCase {
  name: string;
  x: number[];
  y: number[];
  features: number;
  classes: number;
  options: GoldenOptions;
  priors: number[];
  means: number[];
  coef: number[];
  intercept: number[];
  decisions: number[];
  probabilities: number[];
  predictions: number[];
}
const golden: {
  cases: GoldenCase[];
  many: { options: GoldenOptions; coef: number[]; intercept: number[] }[];
} = JSON.parse(readFileSync(new URL('../../fixtures/lda.golden.json', import.meta.url), 'utf8'));

/** Both solve a system; scikit-learn with other decompositions. */
const PARITY = { rtol: 1e-6, atol: 1e-9 };

describe.each(golden.cases)('of $name', ({ x, y, features, classes, options, ...expected }) => {
  const rows = Float32Array.from(x);
  const fitted = () => fit(rows, y, { features, classes, ...options });
  /** What scikit-learn has of two classes: one row. */
  const asOneRow = (values: Float64Array): number[] => {
    if (classes > 2) return [...values];
    const half = values.length / 2;
    return Array.from({ length: half }, (_, i) => values[half + i] - values[i]);
  };

  it('has the means, priors and coefficients of scikit-learn', async () => {
    const lda = await fitted();
    expect(lda.means).toBeAllclose(expected.means, PARITY);
    expect(lda.priors).toBeAllclose(expected.priors, PARITY);
    const size = Math.max(...expected.coef.map(Math.abs));
    expect(asOneRow(lda.coef)).toBeAllclose(expected.coef, { rtol: 1e-6, atol: 1e-8 * size });
    expect(asOneRow(lda.intercept)).toBeAllclose(expected.intercept, PARITY);
    expect(lda.iterations).toBe(0);
  });

  it('decides as scikit-learn', async () => {
    const lda = await fitted();
    const decisions = lda.decisionFunction(rows);
    const shown =
      classes > 2
        ? decisions
        : decisions.filter((_, i) => i % 2).map((v, i) => v - decisions[2 * i]);
    expect(shown.subarray(0, expected.decisions.length)).toBeAllclose(expected.decisions, {
      rtol: 1e-6,
      // Discriminants are differences of larger numbers.
      atol: 1e-6,
    });
    expect(lda.predictProba(rows).subarray(0, expected.probabilities.length)).toBeAllclose(
      expected.probabilities,
      { rtol: 1e-5, atol: 1e-9 },
    );
    expect([...lda.predict(rows)]).toEqual(expected.predictions);
  });
});

describe('of many features', () => {
  const [ROWS, FEATURES, CLASSES] = [90, 600, 3];
  const y = Array.from({ length: ROWS }, (_, i) => i % CLASSES);
  // As tools/parity/lda_golden.py makes them.
  const x = Float32Array.from({ length: ROWS * FEATURES }, (_, at) => {
    const i = Math.floor(at / FEATURES);
    const j = at % FEATURES;
    const noise = ((i * 7919 + j * 104729 + i * j) % 1009) / 504 - 1;
    return noise + ((j + y[i]) % 3 === 0 ? 1 : 0);
  });
  const options = { features: FEATURES, classes: CLASSES };

  it.each(golden.many)('has the coefficients of scikit-learn: $options', async (expected) => {
    const lda = await fit(x, y, { ...options, ...expected.options });
    const some = lda.coef.filter((_, i) => (i % FEATURES) % 50 === 0);
    const size = Math.max(...expected.coef.map(Math.abs));
    expect(some).toBeAllclose(expected.coef, { rtol: 1e-6, atol: 1e-7 * size });
    expect(lda.intercept).toBeAllclose(expected.intercept, { rtol: 1e-6 });
    expect(lda.iterations).toBeGreaterThan(0);
  });

  it('iterates until the residual is at most the tolerance', async () => {
    const at = async (tolerance: number) =>
      (await fit(x, y, { ...options, shrinkage: 0.05, tolerance })).iterations;
    expect(await at(1e-3)).toBeLessThan(await at(1e-9));
    expect(await at(1e-9)).toBe((await fit(x, y, { ...options, shrinkage: 0.05 })).iterations);
  });

  it('refuses a tolerance that doubles do not reach', async () => {
    await expect(fit(x, y, { ...options, shrinkage: 1e-9, tolerance: 1e-30 })).rejects.toThrow(
      '`shrinkage` must be larger, or `tolerance`: after ',
    );
  });

  it('tells how far it is, and ends when it is told to', async () => {
    const shares: number[] = [];
    await fit(x, y, { ...options, shrinkage: 0.05, onProgress: (share) => shares.push(share) });
    expect(shares.length).toBeGreaterThan(2);
    expect(shares).toEqual(shares.toSorted((a, b) => a - b));
    expect(shares.at(-1)).toBe(1);
    const reason = new Error('enough');
    await expect(
      fit(x, y, { ...options, shrinkage: 0.5, signal: AbortSignal.abort(reason) }),
    ).rejects.toBe(reason);
    // Without shrinkage, of so many rows, there is enough work for several tasks.
    const controller = new AbortController();
    setTimeout(() => controller.abort(reason));
    const times = new Float32Array(5 * x.length);
    for (let i = 0; i < 5; i++) times.set(x, i * x.length);
    const labels = Array.from({ length: 5 * ROWS }, (_, i) => y[i % ROWS]);
    const long = { ...options, shrinkage: 0, signal: controller.signal };
    await expect(fit(times, labels, long)).rejects.toBe(reason);
  });

  it('tells how far it is while it finds the shrinkage, and ends when it is told to', async () => {
    // Of so many rows of a class that their products take several tasks.
    const rows = Float32Array.from(
      { length: 14 * x.length },
      (_, i) => x[(i * 7) % x.length] + (i % 11),
    );
    const labels = Array.from({ length: 14 * ROWS }, (_, i) => y[i % ROWS]);
    const shares: number[] = [];
    const auto = { ...options, shrinkage: 'auto' as const };
    const onProgress = (share: number) => shares.push(share);
    const { iterations } = await fit(rows, labels, { ...auto, onProgress });
    // Tasks have 4e7 of 1.8e8 multiplications, of which the first has means and variances besides.
    expect(shares.slice(0, 4)).toBeAllclose([0.19, 0.42, 0.64, 0.87], { rtol: 0, atol: 0.01 });
    // The rest is conjugate gradients.
    expect(shares.length).toBeGreaterThanOrEqual(4 + iterations);
    expect(shares[4]).toBeGreaterThan(0.87);
    expect(shares[4]).toBeLessThan(0.92);
    expect(shares).toEqual(shares.toSorted((a, b) => a - b));
    expect(shares.at(-1)).toBe(1);
    const reason = new Error('enough');
    const controller = new AbortController();
    const stop = (share: number) => {
      expect(share).toBe(shares[0]);
      controller.abort(reason);
    };
    await expect(
      fit(rows, labels, { ...auto, signal: controller.signal, onProgress: stop }),
    ).rejects.toBe(reason);
  });

  it('leaves the rows as they are', async () => {
    const given = x.slice();
    await fit(given, y, { ...options, shrinkage: 0.6 });
    expect(given).toEqual(x);
  });
});

describe('of three points', () => {
  const x = Float32Array.of(0, 0, 1, 0, 0, 1, 4, 4, 5, 4, 4, 5);
  const y = [0, 0, 0, 1, 1, 1];
  const small = { features: 2, classes: 2 };

  it('refuses what depends on each other by eigenvalues alone', async () => {
    const same = Float32Array.of(0, 0, 1, 1, 2, 2, 4, 4, 5, 5, 6, 6);
    await expect(fit(same, y, { ...small, solver: 'eigen' })).rejects.toThrow(
      "`solver` must be 'lsqr', or `shrinkage` above 0, where features depend on each other, got " +
        "'eigen' and 1 of 2 that do not",
    );
    // The shortest of the solutions: half of that of one feature.
    const { coef } = await fit(same, y, small);
    const one = await fit(Float32Array.of(0, 1, 2, 4, 5, 6), y, { features: 1, classes: 2 });
    expect(coef).toBeAllclose(
      [...one.coef].flatMap((v) => [v / 2, v / 2]),
      { rtol: 1e-9 },
    );
    expect((await fit(same, y, { ...small, solver: 'eigen', shrinkage: 0.1 })).classes).toBe(2);
  });

  it('takes other priors for the same covariance', async () => {
    const skewed = { x: x.subarray(0, 10), y: y.slice(0, 5) };
    const lda = await fit(skewed.x, skewed.y, small);
    const even = lda.withPriors([0.5, 0.5]);
    expect(even.coef).toEqual(lda.coef);
    expect(even.priors).toEqual(Float64Array.of(0.5, 0.5));
    expect(even.intercept[0] - lda.intercept[0]).toBeAllclose(Math.log(0.5 / 0.6), { rtol: 1e-12 });
    expect(even.intercept[1] - lda.intercept[1]).toBeAllclose(Math.log(0.5 / 0.4), { rtol: 1e-12 });
    expect(() => lda.withPriors([1])).toThrow(
      'LinearDiscriminantAnalysis.withPriors: `priors` must hold a number for each of 2 classes, got 1',
    );
  });

  it('has least squares, the shares of the rows and no shrinkage by default', async () => {
    expect(await fit(x, y, small)).toEqual(
      await fit(x, y, { ...small, solver: 'lsqr', shrinkage: null, priors: null }),
    );
    expect(await fit(x, y, small)).not.toEqual(await fit(x, y, { ...small, shrinkage: 0.5 }));
  });

  it.each<[object, string]>([
    [{ features: 0 }, '`features` must be a whole number ≥ 1, got 0'],
    [{ classes: 1 }, '`classes` must be a whole number ≥ 2, got 1'],
    [{ solver: 'svd' }, "`solver` must be 'lsqr' or 'eigen', got svd"],
    [{ shrinkage: 1.1 }, "`shrinkage` must be in [0, 1], 'auto' or null, got 1.1"],
    [{ shrinkage: -0.1 }, "`shrinkage` must be in [0, 1], 'auto' or null, got -0.1"],
    [{ shrinkage: 'Auto' }, "`shrinkage` must be in [0, 1], 'auto' or null, got Auto"],
    [{ tolerance: 0 }, '`tolerance` must be in (0, 1), got 0'],
    [{ tolerance: 1 }, '`tolerance` must be in (0, 1), got 1'],
    [{ priors: [1] }, '`priors` must hold a number for each of 2 classes, got 1'],
    [{ priors: [1, 0] }, '`priors` must be in (0, 1], got 0 for class 1'],
    [{ priors: [0.5, 0.4999] }, '`priors` must add up to 1, got 0.9999'],
    [{ priors: 5 }, '`priors` must be a list, got number'],
    [{ features: 5 }, '`x` must hold whole rows of 5 features, got 12 values'],
    [{ features: 6 }, '`y` must hold a label for each of 2 rows, got 6'],
    [{ classes: 3 }, '`y` must hold every class, got none of 2'],
    [{ classes: 6 }, '`x` must hold more rows than the 6 classes, got 6'],
    [{ n_components: 1 }, '`options` must hold none but'],
  ])('refuses %j', async (options, text) => {
    await expect(fit(x, y, { ...small, ...options } as never)).rejects.toMatchObject({
      code: 'bad-argument',
      message: expect.stringContaining(`LinearDiscriminantAnalysis.fit: ${text}`),
    });
  });

  it('refuses labels and values that are none', async () => {
    await expect(fit(x, [0, 0, 0, 1, 1, 2], small)).rejects.toThrow(
      '`y[5]` must be a whole number',
    );
    const odd = x.slice();
    odd[7] = Number.NaN;
    await expect(fit(odd, y, small)).rejects.toThrow('`x` must be finite, got NaN in row 3');
    await expect(fit([...x] as never, y, small)).rejects.toThrow('`x` must be a Float32Array');
    const lda = await fit(x, y, small);
    expect(() => lda.predict(odd)).toThrow(
      'LinearDiscriminantAnalysis.predict: `x` must be finite, got NaN in row 3',
    );
    expect(() => lda.predictProba(new Float32Array(3))).toThrow(
      'LinearDiscriminantAnalysis.predictProba: `x` must hold whole rows of 2 features, got 3 values',
    );
    await expect(
      fit(new Float32Array(20 * 8193), new Array(20).fill(0), { features: 8193, classes: 2 }),
    ).rejects.toThrow('`shrinkage` must be above 0 for more than 8192 features, got null');
  });

  it.each<[object, string]>([
    [{ priors: [0.5, 0.6] }, '`priors` must add up to 1'],
    [{ means: [1, 2, 3] }, '`means` must hold 2 finite numbers, got 3'],
    [{ coef: [1, 2] }, '`coef` must hold 4 finite numbers, got 2'],
    [{ coef: [1, 2, 3, Number.NaN] }, '`coef` must hold 4 finite numbers'],
    [{ intercept: [1] }, '`intercept` must hold 2 finite numbers, got 1'],
    [{ intercept: undefined }, '`intercept` must be a list, got undefined'],
  ])('is not made of %j', async (parts, text) => {
    const { means, priors, coef, intercept } = await fit(x, y, small);
    expect(
      () => new LinearDiscriminantAnalysis({ means, priors, coef, intercept, ...parts }),
    ).toThrow(`LinearDiscriminantAnalysis: ${text}`);
  });

  describe.each(['cpu', 'wasm'])('as a model on %s', (backend) => {
    const probabilities = async (lda: LinearDiscriminantAnalysis, temperature?: number) => {
      await tf.setBackend(backend);
      const model = lda.toLayersModel(temperature === undefined ? {} : { temperature });
      onTestFinished(() => void model.dispose());
      const output = model.predict(tf.tensor(x, [6, 2])) as tf.Tensor;
      const scores = await output.data();
      output.dispose();
      return scores;
    };

    it('has the probabilities', async () => {
      const lda = await fit(x, y, { ...small, shrinkage: 0.9 });
      // Float32.
      expect(await probabilities(lda)).toBeAllclose(lda.predictProba(x), {
        rtol: 1e-4,
        atol: 1e-7,
      });
    });

    it('divides by the temperature', async () => {
      const lda = await fit(x, y, { ...small, shrinkage: 0.9 });
      const warm = await probabilities(lda, 4);
      const decisions = lda.decisionFunction(x);
      const expected = Array.from({ length: 6 }, (_, i) => {
        const odds = Math.exp((decisions[2 * i] - decisions[2 * i + 1]) / 4);
        return [odds / (1 + odds), 1 / (1 + odds)];
      });
      expect(warm).toBeAllclose(expected.flat(), { rtol: 1e-4, atol: 1e-7 });
    });

    it('is saved and loaded by a classifier, and predicts the same', async () => {
      await tf.setBackend(backend);
      const scaler = StandardScaler.fit(x, 2, { clip: 4 });
      const lda = await fit(scaler.transform(x), y, { ...small, shrinkage: 0.3 });
      const saved = new Classifier({ model: lda.toLayersModel(), labels: ['a', 'b'], scaler });
      const store = memoryStore();
      await saved.save(store);
      const loaded = await Classifier.load(store);
      onTestFinished(() => {
        loaded.dispose();
        saved.dispose();
      });
      const examples = y.map((_, i) => x.subarray(2 * i, 2 * i + 2));
      const predictions = await loaded.predict(examples);
      expect(predictions).toEqual(await saved.predict(examples));
      expect(predictions.map(({ label }) => label)).toEqual(['a', 'a', 'a', 'b', 'b', 'b']);
    });

    it('leaves no tensor but its weights', async () => {
      await tf.setBackend(backend);
      const lda = await fit(x, y, { ...small, shrinkage: 0.3 });
      const before = tf.memory().numTensors;
      const model = lda.toLayersModel();
      expect(tf.memory().numTensors).toBe(before + 2);
      model.dispose();
      expect(tf.memory().numTensors).toBe(before);
    });
  });

  it.each([0, -1, Number.NaN])('is not divided by %d', async (temperature) => {
    const lda = await fit(x, y, small);
    expect(() => lda.toLayersModel({ temperature })).toThrow(
      'LinearDiscriminantAnalysis.toLayersModel: `temperature` must be > 0 and finite',
    );
  });
});
