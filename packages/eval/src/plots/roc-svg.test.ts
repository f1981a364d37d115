import { describe, expect, it } from 'vitest';
import { readSvg } from '../testing/read-svg.ts';
import { rocSvg } from './roc-svg.ts';

describe('rocSvg', () => {
  const scores = [
    [1, 0, 0],
    [0, 1, 0],
  ];
  const { texts } = readSvg(rocSvg(['a', 'b'], scores, { labels: ['a', 'b', 'c'] }));

  it('names the area of each class', () => {
    expect(texts).toEqual(expect.arrayContaining(['a 1.000', 'b 1.000']));
  });

  it('leaves out a class that is not there', () => {
    expect(texts.filter((text) => text.startsWith('c '))).toEqual([]);
  });
});
