import { describe, expect, it } from 'vitest';
import { EvaluationError } from '../evaluation-error.ts';
import { clipSplits } from '../splits/clip-splits.ts';
import { holdoutSplit } from '../splits/holdout-split.ts';
import { referenceSplit } from '../splits/reference-split.ts';
import { speakerSplits } from '../splits/speaker-splits.ts';
import { ravdessRows, RAVDESS_SPEAKERS as speakers } from '../testing/ravdess-rows.ts';
import type { Protocol } from './protocol.ts';
import { PROTOCOLS } from './protocols.ts';

const rows = ravdessRows();
const conditions = ['speech', 'song'];
const testConditions = ['speech'];
const all = { seed: 3, folds: 6, conditions, testConditions, speakers };
const protocols = Object.entries<Protocol>(PROTOCOLS);

describe('PROTOCOLS', () => {
  it.each(protocols)('%s is registered under its name', (name, protocol) => {
    expect(protocol.name).toBe(name);
  });

  it.each(protocols)('%s has as many splits as it says', (_, protocol) => {
    expect(protocol.splits(rows, all)).toHaveLength(protocol.foldCount(all));
  });

  it.each(protocols)('%s knows no data set', (_, { description }) => {
    expect(description).not.toMatch(/actor|RAVDESS|\d\d to \d\d/i);
  });

  it('says that reference leaks, and no other', () => {
    expect(protocols.filter(([, { leaks }]) => leaks).map(([name]) => name)).toEqual(['reference']);
    expect(PROTOCOLS.reference.description).toContain('leaks');
  });

  it('reference draws its own validation rows', () => {
    expect(PROTOCOLS.reference.splits(rows, all)).toEqual([referenceSplit(rows, { seed: 3 })]);
  });

  it('clip is clipSplits without validation', () => {
    expect(PROTOCOLS.clip.splits(rows, all)).toEqual(
      clipSplits(rows, { seed: 3, folds: 6, conditions, validation: 0 }),
    );
  });

  it('clip has 10 folds by default', () => {
    expect(PROTOCOLS.clip.foldCount({})).toBe(10);
    expect(PROTOCOLS.clip.splits(rows, { seed: 0 })).toHaveLength(10);
  });

  it('speaker is speakerSplits without validation', () => {
    const options = { seed: 3, conditions, testConditions, validationSpeakers: 0 };
    expect(PROTOCOLS.speaker.splits(rows, all)).toEqual(
      speakerSplits(rows, { ...options, folds: speakers.folds }),
    );
  });

  it('holdout is holdoutSplit without validation', () => {
    const options = { seed: 3, conditions, testConditions, validationSpeakers: 0 };
    expect(PROTOCOLS.holdout.splits(rows, all)).toEqual([
      holdoutSplit(rows, { ...options, testSpeakers: speakers.holdout }),
    ]);
  });

  it.each([
    () => PROTOCOLS.speaker.foldCount({}),
    () => PROTOCOLS.speaker.splits(rows, { seed: 0 }),
    () => PROTOCOLS.holdout.splits(rows, { seed: 0 }),
  ])('speaker and holdout need lists of speakers: %#', (call) => {
    expect(call).toThrow(EvaluationError);
    expect(call).toThrow('`speakers` must name the speakers that are tested, got none');
  });
});
