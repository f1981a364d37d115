import { expect, it } from 'vitest';
import { labelsFromFolders } from './labels-from-folders.ts';
import { mapLabels } from './map-labels.ts';

const folders = labelsFromFolders();

it('gives labels other names, and leaves those that it has none for', () => {
  const describe = mapLabels(folders, { anger: 'angry' });
  expect(describe('anger/7.wav')).toEqual({ label: 'angry', speaker: '' });
  expect(describe('sad/7.wav')).toEqual({ label: 'sad', speaker: '' });
});

it('maps once, so that two labels can change places', () => {
  const describe = mapLabels(folders, { a: 'b', b: 'a' });
  expect(describe('a/7.wav')?.label).toBe('b');
  expect(describe('b/7.wav')?.label).toBe('a');
});

it('does not want what is mapped to null, nor what was not wanted before', () => {
  const describe = mapLabels(folders, { boredom: null });
  expect(describe('boredom/7.wav')).toBeUndefined();
  expect(mapLabels(describe, {})('boredom/7.wav')).toBeUndefined();
});

it('keeps everything else, and changes nothing that it was given', () => {
  const info = { id: 'x', label: 'a', speaker: 's', condition: 'c', age: 7 };
  expect(mapLabels(() => info, { a: 'b' })('x')).toEqual({ ...info, label: 'b' });
  expect(info.label).toBe('a');
});

it.each(['constructor', '__proto__'])('takes %s for a label like any other', (label) => {
  expect(mapLabels(folders, {})(`${label}/7.wav`)?.label).toBe(label);
  expect(mapLabels(folders, JSON.parse(`{"${label}": "x"}`))(`${label}/7.wav`)?.label).toBe('x');
});

it.each<[unknown, unknown, string]>([
  [5, {}, '`describe` must be a function of a path, got 5'],
  [folders, null, '`map` must be an object such as {"anger": "angry"}, got null'],
  [folders, ['a'], '`map` must be an object such as {"anger": "angry"}, got ["a"]'],
  [folders, { a: 5 }, '`map` must have a text or null for "a", got 5'],
  [folders, { a: '' }, '`map` must have a text or null for "a", got ""'],
  [folders, { a: undefined }, '`map` must have a text or null for "a", got undefined'],
])('refuses %j, %j', (describe, map, message) => {
  expect(() => mapLabels(describe as never, map as never)).toThrow(
    expect.objectContaining({ code: 'bad-argument', message: `mapLabels: ${message}` }),
  );
});
