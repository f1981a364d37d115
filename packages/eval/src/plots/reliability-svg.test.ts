import { describe, expect, it } from 'vitest';
import { readFigure } from '../testing/read-figure.ts';
import { reliabilitySvg } from './reliability-svg.ts';

/** Bars have an inset of one pixel of some 300 to 600. */
const READ = { rtol: 0, atol: 0.006 };

const EMPTY = { from: 0.25, to: 0.5, count: 0, confidence: Number.NaN, accuracy: Number.NaN };
const BINS = [
  { from: 0, to: 0.25, count: 4, confidence: 0.1, accuracy: 0.25 },
  EMPTY,
  { from: 0.5, to: 0.75, count: 20, confidence: 0.7, accuracy: 0.55 },
  { from: 0.75, to: 1, count: 6.6, confidence: 0.8, accuracy: 0.9 },
];

describe('reliabilitySvg', () => {
  const figure = readFigure(reliabilitySvg(BINS));
  const x = (pixel: number): number => figure.numberAt('x', pixel);
  const y = (pixel: number): number => figure.numberAt('y', pixel);

  it('draws a bar over each bin that has samples, as high as it was right', () => {
    const bars = figure.rects('rect');
    expect(bars.map(({ left, right }) => [x(left), x(right)])).toBeAllclose(
      [
        [0, 0.25],
        [0.5, 0.75],
        [0.75, 1],
      ],
      READ,
    );
    expect(bars.map(({ top, bottom }) => [y(bottom), y(top)])).toBeAllclose(
      [
        [0, 0.25],
        [0, 0.55],
        [0, 0.9],
      ],
      READ,
    );
  });

  it('has a point at the mean confidence, and as high', () => {
    const dots = [...figure.svg.querySelectorAll('circle')].map((dot) =>
      ['cx', 'cy'].map((name) => Number(dot.getAttribute(name))),
    );
    expect(dots.map(([cx, cy]) => [x(cx), y(cy)])).toBeAllclose(
      [
        [0.1, 0.25],
        [0.7, 0.55],
        [0.8, 0.9],
      ],
      READ,
    );
  });

  it('counts the samples in the middle of each bar, at its foot', () => {
    const counts = figure.texts();
    expect(counts.map(({ text }) => text)).toEqual(['4', '20', '7']);
    expect(counts.map((text) => x(text.x))).toBeAllclose([0.125, 0.625, 0.875], READ);
    // Some pixels above the axis.
    expect(counts.map((text) => y(text.y))).toBeAllclose([0, 0, 0], { rtol: 0, atol: 0.04 });
  });

  it('has a dashed line where both are the same', () => {
    const [{ points, element }] = figure.lines();
    expect(points).toBeAllclose(
      [
        [0, 0],
        [1, 1],
      ],
      READ,
    );
    expect(element.getAttribute('stroke-dasharray')).toBe('6 4');
  });

  it('has axes from 0 to 100 %, and names them', () => {
    for (const axis of ['x', 'y'] as const) {
      const names = figure.ticks(axis).map(({ text }) => text);
      expect([names[0], names.at(-1)]).toEqual(['0%', '100%']);
    }
    expect([figure.axisName('x'), figure.axisName('y')]).toEqual(['how sure', 'how often right']);
  });

  it('says the same in words', () => {
    expect(figure.label).toBe(
      'Reliability. 10 % sure, 25 % right (4); 70 % sure, 55 % right (20); ' +
        '80 % sure, 90 % right (7)',
    );
  });

  it.each<[object[], string]>([
    [[], '`bins` must hold samples, got 0 empty ones'],
    [[EMPTY, EMPTY], '`bins` must hold samples, got 2 empty ones'],
    [Array(1001).fill(EMPTY), '`bins` must hold 1000 or fewer, got 1001'],
    [Array(1000).fill(EMPTY), '`bins` must hold samples'],
    ...['from', 'to', 'confidence', 'accuracy'].map((name): [object[], string] => [
      [{ ...BINS[0], [name]: Number.NaN }],
      '`bins` must hold finite numbers, got',
    ]),
    [[{ ...BINS[0], count: Number.POSITIVE_INFINITY }], '`bins` must hold finite numbers, got'],
  ])('refuses %#', (bins, message) => {
    expect(() => reliabilitySvg(bins as typeof BINS)).toThrow(`reliabilitySvg: ${message}`);
  });
});
