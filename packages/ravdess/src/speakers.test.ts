import { expect, test } from 'vitest';
import { SPEAKERS } from './speakers.ts';

const ALL = Array.from({ length: 24 }, (_, i) => String(i + 1).padStart(2, '0'));

test('each speaker is tested in one fold', () => {
  expect(SPEAKERS.folds.flat().sort()).toEqual(ALL);
});

test('the folds are those of the literature, in its order', () => {
  expect(SPEAKERS.folds).toEqual([
    ['02', '05', '14', '15', '16'],
    ['03', '06', '07', '13', '18'],
    ['10', '11', '12', '19', '20'],
    ['08', '17', '21', '23', '24'],
    ['01', '04', '09', '22'],
  ]);
});

test('the last four speakers are held out', () => {
  expect(SPEAKERS.holdout).toEqual(['21', '22', '23', '24']);
});

test('recipes are chosen on all others, five by five', () => {
  expect(SPEAKERS.selection).toEqual([
    ['01', '02', '03', '04', '05'],
    ['06', '07', '08', '09', '10'],
    ['11', '12', '13', '14', '15'],
    ['16', '17', '18', '19', '20'],
  ]);
  expect([...SPEAKERS.selection.flat(), ...SPEAKERS.holdout]).toEqual(ALL);
});

test('the groups are the men, who have odd numbers, and the women', () => {
  expect(SPEAKERS.groups).toEqual([
    ALL.filter((_, i) => i % 2 === 0),
    ALL.filter((_, i) => i % 2 === 1),
  ]);
});

test('nothing in it can be changed', () => {
  expect(() => (SPEAKERS.folds[0] as string[]).push('99')).toThrow(TypeError);
  expect(() => (SPEAKERS.groups as unknown[]).pop()).toThrow(TypeError);
  expect(() => Object.assign(SPEAKERS, { holdout: [] })).toThrow(TypeError);
});
