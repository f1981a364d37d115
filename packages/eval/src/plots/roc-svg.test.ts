import { describe, expect, it } from 'vitest';
import { placeOf } from '../testing/read-figure.ts';
import { readSvg } from '../testing/read-svg.ts';
import { rocSvg } from './roc-svg.ts';

/** The first class is told from the rest but for one of each; the second always; no third. */
const Y_TRUE = ['a', 'a', 'b', 'b', 'b'];
const SCORES = [
  [0.9, 0.1, 0.7],
  [0.4, 0.2, 0.6],
  [0.5, 0.3, 0.5],
  [0.2, 0.4, 0.4],
  [0.1, 0.5, 0.3],
];
const LABELS = ['a', 'b', 'c'];

/** A panel: its name, its place, and its lines in fractions of its axes. */
interface Panel {
  name: string;
  x: number;
  y: number;
  lines: number[][][];
  area: number[][];
}

function panelsOf(drawing: string): Panel[] {
  const { svg } = readSvg(drawing);
  const groups = (mark: string): Element[] => [
    ...svg.querySelectorAll(`[aria-label="${mark}"] > g`),
  ];
  // A panel has its group in each mark, moved by the same.
  const at = (group: Element): string => group.getAttribute('transform') ?? '';
  const pointsOf = (group: Element): number[][] =>
    Array.from(
      (group.querySelector('path')?.getAttribute('d') ?? '').matchAll(/([\d.]+),([\d.]+)/g),
      ([, x, y]) => [Number(x), Number(y)],
    );
  const panels = groups('text').map((text) => {
    const drawn = groups('line')
      .filter((group) => at(group) === at(text))
      .map(pointsOf);
    // The diagonal goes from corner to corner.
    const [[left, bottom], [right, top]] = drawn[0];
    const toFractions = (points: number[][]): number[][] =>
      points.map(([x, y]) => [(x - left) / (right - left), (bottom - y) / (bottom - top)]);
    const area = groups('area')
      .filter((group) => at(group) === at(text))
      .map(pointsOf);
    return {
      name: text.textContent ?? '',
      ...placeOf(text),
      lines: drawn.map(toFractions),
      area: toFractions(area.flat()),
    };
  });
  // As they are read: row by row.
  return panels.sort((a, b) => a.y - b.y || a.x - b.x);
}

describe('rocSvg', () => {
  const drawing = rocSvg(Y_TRUE, SCORES, { labels: LABELS });
  const { svg, label } = readSvg(drawing);
  const panels = panelsOf(drawing);

  it('names each class and its area, without a class that is not there', () => {
    expect(panels.map(({ name }) => name)).toEqual(['a 0.833', 'b 1.000']);
    expect(label).toBe('ROC curves, each class against the rest. Areas: a 0.833, b 1.000.');
  });

  it('draws the curve of each class over the diagonal', () => {
    // Three decimals of a pixel.
    const READ = { rtol: 0, atol: 1e-4 };
    for (const { lines } of panels) {
      expect(lines).toHaveLength(2);
      expect(lines[0]).toEqual([
        [0, 0],
        [1, 1],
      ]);
    }
    expect(panels[0].lines[1]).toBeAllclose(
      [
        [0, 0],
        [0, 0.5],
        [1 / 3, 0.5],
        [1 / 3, 1],
        [1, 1],
      ],
      READ,
    );
    expect(panels[1].lines[1]).toBeAllclose(
      [
        [0, 0],
        [0, 1 / 3],
        [0, 1],
        [1, 1],
      ],
      READ,
    );
  });

  it('fills what is below the curve', () => {
    for (const { lines, area } of panels) {
      const curve = lines[1];
      expect(area.slice(0, curve.length)).toEqual(curve);
      expect(area.slice(curve.length).every(([, y]) => y === 0)).toBe(true);
    }
  });

  it('names its axes', () => {
    const nameOf = (axis: string): string | null | undefined =>
      svg.querySelector(`[aria-label="${axis}-axis label"]`)?.textContent;
    expect([nameOf('x'), nameOf('y')]).toEqual(['false positives →', 'true positives →']);
    const ticks = svg.querySelectorAll('[aria-label="y-axis tick label"] text');
    expect([...ticks].map((tick) => tick.textContent)).toEqual(['0', '0.5', '1']);
  });

  it('has four panels in a row, in the order of the labels', () => {
    const labels = ['a', 'b', 'c', 'd', 'e', 'f'];
    const scores = labels.map((_, i) => labels.map((__, k) => (k === i ? 1 : 0)));
    const drawn = panelsOf(rocSvg(labels, scores));
    expect(drawn.map(({ name }) => name[0])).toEqual(labels);
    const [xs, ys] = [drawn.map(({ x }) => x), drawn.map(({ y }) => y)];
    expect([xs[4], xs[5]]).toEqual([xs[0], xs[1]]);
    expect(xs.slice(0, 4)).toEqual([...new Set(xs)].sort((a, b) => a - b));
    expect(new Set(ys.slice(0, 4)).size).toBe(1);
    expect(ys[4]).toBeGreaterThan(ys[0]);
    expect(ys[5]).toBe(ys[4]);
  });

  it.each([
    [2, 640 / 2 + 50],
    [3, 263],
    [4, 640 / 4 + 50],
    [5, (2 * 640) / 4 + 50],
  ])('is as high as its rows of %i panels need', (n, height) => {
    const labels = Array.from({ length: n }, (_, i) => i);
    const scores = labels.map((_, i) => labels.map((__, k) => (k === i ? 1 : 0)));
    expect(readSvg(rocSvg(labels, scores)).svg.getAttribute('height')).toBe(String(height));
  });

  it('takes the sorted labels of the targets where it is told none', () => {
    const swapped = rocSvg(
      ['b', 'a', 'a'],
      [
        [0, 1],
        [1, 0],
        [0.4, 0.6],
      ],
    );
    expect(panelsOf(swapped).map(({ name }) => name)).toEqual(['a 1.000', 'b 1.000']);
  });

  it('thins out a curve of more than 2000 points', () => {
    const n = 9000;
    const yTrue = Array.from({ length: n }, (_, i) => ((i * i) % 7) % 2);
    const scores = yTrue.map((_, i) => [-i, i]);
    const [, curve] = panelsOf(rocSvg(yTrue, scores))[0].lines;
    expect(curve.length).toBeLessThanOrEqual(2002);
    expect(curve.length).toBeGreaterThan(1000);
    expect([curve[0], curve.at(-1)]).toEqual([
      [0, 0],
      [1, 1],
    ]);
  });

  it('refuses more than 100 classes', () => {
    const labels = Array.from({ length: 101 }, (_, i) => i);
    const row = labels.map(() => 0);
    expect(() => rocSvg([0, 1], [row, row], { labels })).toThrow(
      'rocSvg: `labels` must hold 100 or fewer, got 101',
    );
    const [fewer, shorter] = [labels.slice(1), row.slice(1)];
    expect(() => rocSvg([1, 2], [shorter, shorter], { labels: fewer })).not.toThrow();
  });
});
