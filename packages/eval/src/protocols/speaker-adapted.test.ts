import { describe, expect, it } from 'vitest';
import { recordingOf } from '../splits/recording-of.ts';
import type { Row } from '../splits/row.ts';
import { countBy, RAVDESS_SPEAKERS, ravdessRows, speakersOf } from '../testing/ravdess-rows.ts';
import { PROTOCOLS } from './protocols.ts';

const { speaker } = PROTOCOLS;
const adapted = PROTOCOLS['speaker-adapted'];
const rows = ravdessRows();
const options = {
  seed: 5,
  speakers: RAVDESS_SPEAKERS,
  conditions: ['speech', 'song'],
  testConditions: ['speech'],
};

describe('speaker-adapted', () => {
  it('hears all tested clips by default, and splits as speaker does', () => {
    const plain = speaker.splits(rows, options);
    const splits = adapted.splits(rows, options);
    expect(splits).toEqual(plain.map((split) => ({ ...split, adaptation: split.test })));
    expect(adapted.splits(rows, { ...options, adaptation: 'all' })).toEqual(splits);
    expect(splits[0].adaptation).not.toBe(splits[0].test);
  });

  it.each([1, 5, 59])('hears %i clips of each voice, and tests the rest', (count) => {
    const plain = speaker.splits(rows, options);
    adapted.splits(rows, { ...options, adaptation: count }).forEach((split, fold) => {
      const { train, test, adaptation = [] } = split;
      expect(train).toEqual(plain[fold].train);
      expect([...test, ...adaptation].sort((a, b) => a - b)).toEqual(plain[fold].test);
      expect(new Set([...test, ...adaptation]).size).toBe(plain[fold].test.length);
      expect(adaptation).toEqual([...adaptation].sort((a, b) => a - b));
      const voices = speakersOf(rows, plain[fold].test);
      const heard = countBy(adaptation.map((i) => rows[i].speaker));
      expect([...heard]).toEqual(voices.map((voice) => [voice, count]));
    });
  });

  it('draws by the seed', () => {
    const draw = (seed: number): unknown =>
      adapted.splits(rows, { ...options, seed, adaptation: 3 });
    expect(draw(5)).toEqual(draw(5));
    expect(draw(5)).not.toEqual(draw(6));
  });

  it('draws the same clips whatever the order of the rows, and whatever their labels', () => {
    const clipsOf = (given: readonly Row[]): string[][] =>
      adapted
        .splits(given, { ...options, adaptation: 3 })
        .map(({ adaptation = [] }) => adaptation.map((i) => given[i].clip).sort());
    expect(clipsOf([...rows].reverse())).toEqual(clipsOf(rows));
    const relabelled = rows.map((row) => ({ ...row, label: row.label === 'sad' ? 'calm' : 'sad' }));
    expect(clipsOf(relabelled)).toEqual(clipsOf(rows));
  });

  it('tests no clip that holds the recording of one that was heard', () => {
    const twins = rows.map((row) => ({
      ...row,
      // The takes of an emotion are one recording, two by two.
      recording: row.clip.replace(/-(\d)-/, (_, take) => `-${Math.floor(take / 2)}-`),
    }));
    for (const split of adapted.splits(twins, { ...options, adaptation: 10 })) {
      const recordings = (indices: readonly number[] = []): Set<string> =>
        new Set(indices.map((i) => recordingOf(twins[i])));
      const heard = recordings(split.adaptation);
      for (const tested of recordings(split.test)) expect(heard).not.toContain(tested);
    }
  });

  it('refuses to hear every clip of a voice', () => {
    expect(() => adapted.splits(rows, { ...options, adaptation: 60 })).toThrow(
      expect.objectContaining({
        code: 'too-few',
        message:
          'PROTOCOLS.speaker-adapted: each tested speaker must have clips beside the 60 of ' +
          '`adaptation`, got 60 of 02',
      }),
    );
  });

  it.each([0, 1.5, 'al', null])('refuses the adaptation %j', (adaptation) => {
    expect(() => adapted.splits(rows, { ...options, adaptation: adaptation as never })).toThrow(
      'PROTOCOLS.speaker-adapted: `adaptation` must be a whole number ≥ 1, got',
    );
  });
});
