import { describe, expect, it, vi } from 'vitest';
import { LazyMap } from './lazy-map.ts';

const lengths = () => {
  const compute = vi.fn((key: string, source: string) => `${key}${source.length}`);
  return { map: new LazyMap({ a: 'one', b: 'three' }, compute), compute };
};

it('computes a value when it is asked for, and once', () => {
  const { map, compute } = lengths();
  expect(compute).not.toHaveBeenCalled();
  expect([map.get('b'), map.get('b')]).toEqual(['b5', 'b5']);
  expect(compute).toHaveBeenCalledTimes(1);
});

it('knows its keys without computing', () => {
  const { map, compute } = lengths();
  expect([...map.keys(), map.size, map.has('a'), map.has('c')]).toEqual(['a', 'b', 2, true, false]);
  expect(compute).not.toHaveBeenCalled();
});

describe('is walked like a map', () => {
  const { map } = lengths();
  const entries = [
    ['a', 'a3'],
    ['b', 'b5'],
  ];

  it.each<[string, () => Iterable<unknown>]>([
    ['itself', () => map],
    ['by entries', () => map.entries()],
  ])('%s', (_, walk) => {
    expect([...walk()]).toEqual(entries);
  });

  it('by values', () => {
    expect([...map.values()]).toEqual(['a3', 'b5']);
  });

  it('by forEach', () => {
    const seen: string[][] = [];
    map.forEach((value, key) => {
      seen.push([key, value]);
    });
    expect(seen).toEqual(entries);
  });
});

it('computes each value once where it is walked twice', () => {
  const { map, compute } = lengths();
  expect([...map.values()]).toEqual([...map.values()]);
  expect(compute).toHaveBeenCalledTimes(2);
});

it('has nothing under other keys', () => {
  expect(lengths().map.get('toString')).toBeUndefined();
});
