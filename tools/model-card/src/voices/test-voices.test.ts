import { type Table, testVariantsOf } from '@ser/experiment';
import type { Classifier } from '@ser/model';
import { beforeAll, describe, expect, it } from 'vitest';
import { PLANS } from '../train/plans.ts';
import { startBackend } from '../train/start-backend.ts';
import { type AdaptedFolds, DRAWS, testVoices } from './test-voices.ts';

beforeAll(startBackend);

const VOICES = ['a', 'b', 'c', 'd'];
const EMOTIONS = ['calm', 'sad'];
/** Four clips of each voice, plain and at two speeds; a feature is 100 times the voice's number. */
function smallTable(variants: readonly string[]): Table {
  const rows = VOICES.flatMap((speaker) =>
    [0, 1, 2, 3].flatMap((k) =>
      variants.map((variant) => {
        const label = EMOTIONS[k % 2];
        return { clip: `${speaker}${k}`, label, speaker, variant, condition: 'speech' };
      }),
    ),
  );
  const x = Float32Array.from(
    rows,
    ({ speaker, clip }) => 100 * VOICES.indexOf(speaker) + Number(clip[1]),
  );
  return { labels: EMOTIONS, names: ['f'], shape: [1], rows, x } as unknown as Table;
}

/** Says calm of every clip, and notes what it sees. */
function listener(): Classifier & { seen: number[][] } {
  const seen: number[][] = [];
  return {
    seen,
    async predictVersions(clips: readonly (readonly Float32Array[])[]) {
      seen.push(...clips.map((versions) => versions.map(([value]) => value)));
      return clips.map(() => ({ label: 'calm', scores: { sad: 0.25, calm: 0.75 } }));
    },
    scaler: { transform: (example: Float32Array) => example.map((value) => -value) },
  } as unknown as Classifier & { seen: number[][] };
}

describe('testVoices', () => {
  const setUp = () => {
    const folds = [
      ['a', 'b'],
      ['c', 'd'],
    ];
    const plan = { ...PLANS.adaptedSelection(), speakers: { folds, holdout: [] } };
    const table = smallTable(['original', ...testVariantsOf(plan.recipe).map(({ name }) => name)]);
    const rowsOf = (own: readonly string[]) =>
      [...table.rows.keys()].filter((i) => own.includes(table.rows[i].speaker));
    const classifiers = [listener(), listener()];
    const splits = folds.map((own) => ({
      ...{ train: rowsOf(VOICES.filter((voice) => !own.includes(voice))), validation: [] },
      test: rowsOf(own).filter((i) => table.rows[i].variant === 'original'),
    }));
    const adapted: AdaptedFolds = { splits, classifiers };
    return { plan, table, adapted, classifiers };
  };

  it.each([
    ['all', 16],
    [0, 16],
    // One of four clips of each voice is heard, and three are tested.
    [1, DRAWS * 12],
    [3, DRAWS * 4],
  ] as const)('after %s clips tests %d', async (heard, count) => {
    const { plan, table, adapted } = setUp();
    const tested = await testVoices(plan, table, adapted, heard);
    expect(tested).toHaveLength(count);
    expect([...new Set(tested.map(({ seed }) => seed))]).toHaveLength(count === 16 ? 1 : DRAWS);
  });

  it('tests each voice by the model that did not train on it, moved towards the average', async () => {
    const { plan, table, adapted, classifiers } = setUp();
    await testVoices(plan, table, adapted, 'all');
    // The voices c and d train, and are 251.5 in the mean. Of a, three clips were heard.
    const heard = (0 + 1 + 2 + 3 - 0) / 3;
    expect(classifiers[0].seen[0]).toBeAllclose(
      new Array(3).fill(0 - (3 / 5) * (heard - 251.5)),
      // Features are float32.
      { rtol: 1e-6, atol: 0 },
    );
  });

  it('leaves a voice where it is that was not heard', async () => {
    const { plan, table, adapted, classifiers } = setUp();
    await testVoices(plan, table, adapted, 0);
    expect(classifiers[1].seen[3]).toEqual([203, 203, 203]);
  });

  it('has scores in the order of the labels, and what the model saw', async () => {
    const { plan, table, adapted } = setUp();
    const tested = await testVoices(plan, table, adapted, 0);
    expect(tested[9]).toEqual({
      ...{ clip: 'c1', speaker: 'c', fold: 2, seed: 0, truth: 'sad', predicted: 'calm' },
      ...{ scores: [0.75, 0.25], standardized: Float32Array.of(-201) },
    });
  });
});
