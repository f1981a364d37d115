import type { Row } from '@ser/eval';
import { Classifier, memoryStore } from '@ser/model';
import { expect, it } from 'vitest';
import { splitRows } from '../plan/split-rows.ts';
import { selectRows, type Table } from '../table/table.ts';
import { discriminantRecipe, smallPlan } from '../testing/small-plan.ts';
import { smallTable } from '../testing/small-table.ts';
import { startWasm } from '../testing/start-wasm.ts';
import { run } from './run.ts';
import { voiceAverages } from './voice-averages.ts';

const row = (speaker: string, variant = 'original'): Row => ({
  clip: `${speaker}-1`,
  label: 'calm',
  speaker,
  variant,
});
const table = {
  labels: ['calm', 'sad'],
  names: ['f', 'g'],
  shape: [2],
  rows: [row('a'), row('a'), row('b'), row('b', 'noise'), row('c')],
  x: Float32Array.of(1, 10, 3, 30, 4, 0, 100, 7, 900, 900),
} as unknown as Table;

it('counts each voice once, however many rows it has', () => {
  // The centres of a and b are [2, 20] and [4, 0].
  expect(voiceAverages(table, [0, 1, 2]).get('original')).toEqual(Float64Array.of(3, 10));
});

it('has each variant of the rows for itself', () => {
  const averages = voiceAverages(table, [0, 1, 2, 3]);
  expect([...averages.keys()]).toEqual(['original', 'noise']);
  expect(averages.get('noise')).toEqual(Float64Array.of(100, 7));
});

it('is the mean of sequences over their frames', () => {
  const frames = { ...table, shape: [2, 2], rows: table.rows.slice(0, 2) };
  const sequences = { ...frames, x: Float32Array.of(1, 10, 3, 30, 5, 2, 7, 2) };
  expect(voiceAverages(sequences, [0, 1]).get('original')).toEqual(Float64Array.of(4, 11));
});

it('refuses an index that no row has', () => {
  expect(() => voiceAverages(table, [0, 5])).toThrow(
    'voiceAverages: `rows` must be indices below 5, got 5',
  );
});

/** Speech of {@link smallTable}, and of every clip three variants. */
function variantsTable(): Table {
  const small = smallTable();
  const speech = [...small.rows.keys()].filter((i) => small.rows[i].condition === 'speech');
  const plain = selectRows(small, speech);
  const tables = ['original', 'slow', 'fast', 'noise'].map((variant, v) => ({
    rows: plain.rows.map((each) => ({ ...each, variant })),
    x: plain.x.map((value, i) => value + v * Math.cos(i * 3.7)),
  }));
  const x = Float32Array.from(tables.flatMap((each) => [...each.x]));
  return { ...plain, rows: tables.flatMap(({ rows }) => rows), x };
}

it.each(['all', 3] as const)(
  'brings a voice by %s clips to where the saved classifier scores as the run did',
  async (adaptation) => {
    await startWasm();
    const own = variantsTable();
    const plan = smallPlan({
      recipe: discriminantRecipe,
      protocol: 'speaker-adapted',
      variants: true,
      epochs: 0,
      adaptation,
    });
    const store = memoryStore();
    const { predictions } = await run(plan, own, { store });

    const { train, test, adaptation: heard = [] } = splitRows(own.rows, plan);
    const averages = voiceAverages(own, train);
    const base = averages.get('original') as Float64Array;
    const size = own.names.length;
    const versionOf = (i: number, variant: string) => {
      const { clip } = own.rows[i];
      const at = own.rows.findIndex((each) => each.clip === clip && each.variant === variant);
      return own.x.slice(at * size, (at + 1) * size);
    };
    const classifier = await Classifier.load(store);
    const clips = test.map((i) => {
      const { speaker, clip } = own.rows[i];
      const others = heard.filter(
        (j) => own.rows[j].speaker === speaker && own.rows[j].clip !== clip,
      );
      const n = others.length;
      return ['original', 'slow', 'fast'].map((variant) => {
        const average = averages.get(variant) as Float64Array;
        const known = others.map((j) => versionOf(j, variant));
        return versionOf(i, variant).map((value, k) => {
          const mean = known.reduce((sum, x) => sum + x[k], 0) / n;
          return value - ((n / (n + 2)) * (mean - average[k]) + (average[k] - base[k]));
        });
      });
    });
    const scored = await classifier.predictVersions(clips);
    classifier.dispose();
    // Scores in float32.
    expect(scored.flatMap(({ scores }) => own.labels.map((label) => scores[label]))).toBeAllclose(
      predictions.flatMap(({ scores }) => [...scores]),
      { rtol: 1e-5, atol: 1e-6 },
    );
  },
);
