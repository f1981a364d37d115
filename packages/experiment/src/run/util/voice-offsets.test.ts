import type { Row } from '@ser/eval';
import { describe, expect, it } from 'vitest';
import type { AnyTable, Table } from '../../table/table.ts';
import { readAsNeeded } from '../../testing/read-as-needed.ts';
import { subtractOffsets, voiceOffsets } from './voice-offsets.ts';

const row = (speaker: string, clip: string, more: Partial<Row> = {}): Row => ({
  clip: `${speaker}${clip}`,
  label: 'calm',
  speaker,
  variant: 'original',
  ...more,
});

/** Voices a and b train, and c is tested; two features. */
const ROWS: [Row, number, number][] = [
  [row('a', '1'), 1, 10],
  [row('a', '2'), 3, 30],
  [row('a', '2', { variant: 'noise' }), 100, 100],
  [row('b', '1'), 4, 0],
  [row('c', '1'), 10, 20],
  [row('c', '1', { variant: 'noise' }), 77, 77],
  [row('c', '2'), 12, 24],
  [row('c', '3'), 20, 40],
  [row('d', '1'), 9, 9],
];
const table = {
  labels: ['calm', 'sad'],
  names: ['f', 'g'],
  shape: [2],
  rows: ROWS.map(([each]) => each),
  x: Float32Array.from(ROWS.flatMap(([, f, g]) => [f, g])),
} as unknown as Table;
const split = { train: [0, 1, 2, 3], validation: [], test: [4, 6, 7], adaptation: [4, 6, 7] };
const offsetsOf = async (changes = {}, own: AnyTable = table) => {
  const offsets = await voiceOffsets(own, { ...split, ...changes });
  if (!offsets) throw new Error('there must be offsets');
  return offsets;
};
// Doubles.
const EXACT = { rtol: 1e-12, atol: 1e-12 };

// The centres of a and b are [2, 20] and [4, 0]; the average voice is [3, 10].
describe('the offset of a voice that trains', () => {
  it('is that of the mean of its original rows from the average voice', async () => {
    const { ofTrained } = await offsetsOf();
    for (const i of [0, 1]) expect(ofTrained(i)).toBeAllclose([-1, 10], EXACT);
    expect(ofTrained(3)).toBeAllclose([1, -10], EXACT);
  });

  it('counts each voice once, however many clips it has', async () => {
    const { ofTrained } = await offsetsOf({ train: [0, 3] });
    expect(ofTrained(0)).toBeAllclose([-1.5, 5], EXACT);
  });

  describe('where some rows are sung', () => {
    // Each voice but d has a sung row, far from what it says.
    const sung: [Row, number, number][] = [
      [row('a', '9', { condition: 'song' }), 50, 500],
      [row('b', '9', { condition: 'song' }), 70, 700],
      [row('d', '9', { condition: 'song' }), 90, 900],
    ];
    const said = table.rows.map((each) => ({ ...each, condition: 'speech' }));
    const rows = [...said, ...sung.map(([each]) => each)];
    const x = Float32Array.from([...table.x, ...sung.flatMap(([, f, g]) => [f, g])]);
    const mixed = { ...table, rows, x };
    const train = [...split.train, 9, 10];

    it('is that of the rows in the condition that was heard', async () => {
      const { ofTrained, ofTested } = await offsetsOf({ train }, mixed);
      for (const i of [0, 9]) expect(ofTrained(i)).toBeAllclose([-1, 10], EXACT);
      for (const i of [3, 10]) expect(ofTrained(i)).toBeAllclose([1, -10], EXACT);
      expect(ofTested(4)).toEqual((await offsetsOf()).ofTested(4));
    });

    it('is that of all rows of a voice that has none in that condition', async () => {
      // The average voice stays [3, 10], as d has no say in it.
      const { ofTrained } = await offsetsOf({ train: [...train, 11] }, mixed);
      expect(ofTrained(11)).toBeAllclose([87, 890], EXACT);
      expect(ofTrained(0)).toBeAllclose([-1, 10], EXACT);
    });

    it('is that of all rows where no voice has any in that condition', async () => {
      const whispered = rows.map((each) =>
        each.speaker === 'c' ? { ...each, condition: 'whisper' } : each,
      );
      const { ofTrained } = await offsetsOf({ train }, { ...mixed, rows: whispered });
      // The centres are [18, 180] and [37, 350].
      expect(ofTrained(0)).toBeAllclose([-9.5, -85], EXACT);
      expect(ofTrained(10)).toBeAllclose([9.5, 85], EXACT);
    });
  });

  it('is, in a variant, that of the mean of its rows in the variant, from the same average', async () => {
    expect((await offsetsOf()).ofTrained(2)).toBeAllclose([97, 90], EXACT);
  });

  it('is unknown of a voice without training rows', async () => {
    expect((await offsetsOf()).ofTrained(8)).toBeUndefined();
  });
});

describe('the offset of a voice that is tested', () => {
  it('is n / (n + 2) of the way to the mean of its other clips', async () => {
    const { ofTested } = await offsetsOf();
    // Of the clips 2 and 3, whose mean is [16, 32]; n is 2.
    expect(ofTested(4)).toBeAllclose([13 / 2, 22 / 2], EXACT);
    // Of the clips 1 and 2: [11, 22].
    expect(ofTested(7)).toBeAllclose([8 / 2, 12 / 2], EXACT);
  });

  describe('in a variant', () => {
    // The clips 2 and 3 of c are there in noise, too; a's noise is the only one that trains.
    const more: [Row, number, number][] = [
      [row('c', '2', { variant: 'noise' }), 110, 130],
      [row('c', '3', { variant: 'noise' }), 130, 150],
    ];
    const rows = [...table.rows, ...more.map(([each]) => each)];
    const x = Float32Array.from([...table.x, ...more.flatMap(([, f, g]) => [f, g])]);

    it('is as far from the average voice in it, and that from the average voice without', async () => {
      const { ofTested } = await offsetsOf({}, { ...table, rows, x });
      // The mean is [120, 140], the average voice in noise [100, 100], without [3, 10].
      expect(ofTested(5)).toBeAllclose([20 / 2 + 97, 40 / 2 + 90], EXACT);
    });

    it('is that without where no other clip has it', async () => {
      const { ofTested } = await offsetsOf();
      expect(ofTested(5)).toEqual(ofTested(4));
    });

    it('is that without where nothing trains in it', async () => {
      const { ofTested } = await offsetsOf({ train: [0, 1, 3] }, { ...table, rows, x });
      expect(ofTested(5)).toEqual(ofTested(4));
    });
  });

  it('counts the clips that the split names alone', async () => {
    const { ofTested } = await offsetsOf({ adaptation: [6] });
    expect(ofTested(4)).toBeAllclose([9 / 3, 14 / 3], EXACT);
    expect(ofTested(7)).toBeAllclose([9 / 3, 14 / 3], EXACT);
    expect(ofTested(6)).toBeUndefined();
  });

  it('counts no clip that holds the recording at hand', async () => {
    const rows = table.rows.map((each) =>
      each.speaker === 'c' && each.clip !== 'c3' ? { ...each, recording: 'twin' } : each,
    );
    const { ofTested } = await offsetsOf({}, { ...table, rows });
    // Of the clip 3 alone: [20, 40].
    for (const i of [4, 6]) expect(ofTested(i)).toBeAllclose([17 / 3, 30 / 3], EXACT);
  });

  it('is unknown of a voice of which nothing was heard', async () => {
    expect((await offsetsOf()).ofTested(8)).toBeUndefined();
  });

  it('does not depend on labels', async () => {
    const rows = table.rows.map((each) => ({ ...each, label: 'sad' }));
    expect((await offsetsOf({}, { ...table, rows })).ofTested(4)).toEqual(
      (await offsetsOf()).ofTested(4),
    );
  });
});

it('are found in time that follows the rows of a voice, not their square', async () => {
  let reads = 0;
  const many = Array.from({ length: 200 }, (_, i) => row('c', String(i)));
  const rows = [row('a', '1'), ...many];
  const x = new Proxy(new Float32Array(rows.length * 2), {
    get(target, key) {
      if (Number.isInteger(Number(key))) reads++;
      return Reflect.get(target, key);
    },
  });
  const test = many.map((_, i) => i + 1);
  const { ofTested } = await offsetsOf(
    { train: [0], test, adaptation: test },
    { ...table, rows, x },
  );
  for (const i of test) ofTested(i);
  // Each value is read for its voice, and once more for its own clip.
  expect(reads).toBeLessThanOrEqual(2 * x.length);
});

it('of sequences are means over frames', async () => {
  const { x, rows } = table;
  // Each row of the table is two frames of one feature.
  const sequences = { ...table, names: ['f'], shape: [2, 1], x, rows } as Table;
  const { ofTrained } = await offsetsOf({}, sequences);
  // The centres are 11 and 2.
  expect(ofTrained(0)).toBeAllclose([4.5], EXACT);
  expect(ofTrained(3)).toBeAllclose([-4.5], EXACT);
  // Of the clips 2 and 3 with the frames 12, 24, 20 and 40; the average voice is 6.5.
  expect((await offsetsOf({}, sequences)).ofTested(4)).toBeAllclose([(24 - 6.5) / 2], EXACT);
});

it('are none where the split adapts to no voice', async () => {
  expect(await voiceOffsets(table, { train: [0, 3], validation: [], test: [4] })).toBeUndefined();
});

it('are subtracted in place, in each frame, where they are known', () => {
  const x = Float32Array.of(1, 2, 3, 4, 5, 6, 7, 8);
  subtractOffsets(x, [undefined, Float64Array.of(1, 10)]);
  expect([...x]).toEqual([1, 2, 3, 4, 4, -4, 6, -2]);
});

describe('of a table whose rows are read as they are needed', () => {
  it('are those of the table, for each row', async () => {
    const own = await offsetsOf();
    const read = await offsetsOf({}, readAsNeeded(table));
    for (const i of table.rows.keys()) {
      expect(read.ofTrained(i)).toEqual(own.ofTrained(i));
      expect(read.ofTested(i)).toEqual(own.ofTested(i));
    }
  });
});
