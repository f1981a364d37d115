import { expect, it } from 'vitest';
import { type CliCorpusInspection, formatCorpus } from './format-corpus.ts';

const inspection = (perSpeaker: Record<string, number>): CliCorpusInspection => ({
  corpus: 'emodb',
  clips: 6,
  perLabel: { angry: 6 },
  perSpeaker,
  unknownSpeakers: 0,
  perCondition: {},
  stereo: 0,
  sampleRates: { 8000: 2, 16000: 4 },
  duration: { total: 12, shortest: 1, longest: 3 },
  clipped: [],
  silent: [],
  twins: [],
  problems: [],
});

const lineOf = (perSpeaker: Record<string, number>): string | undefined =>
  formatCorpus(inspection(perSpeaker)).find((line) => line.startsWith('clips by speaker'));

it('has speakers whose names are numbers in the order of their names', () => {
  expect(lineOf({ 16: 3, '03': 2, '08': 1 })).toBe('clips by speaker: 2 of 03, 1 of 08, 3 of 16');
});

it('counts the first forty by name, of more', () => {
  const many = Object.fromEntries(
    Array.from({ length: 42 }, (_, i) => [`${i}`.padStart(2, '0'), 1]),
  );
  const line = lineOf(many);
  expect(line).toContain(': 1 of 00, 1 of 01,');
  expect(line).toMatch(/1 of 39, and 2 more$/);
});
