import { describe, expect, it } from 'vitest';
import { readFigure } from '../testing/read-figure.ts';
import { groupAccuracySvg } from './group-accuracy-svg.ts';

/** Bars have an inset of one pixel of some 500. */
const READ = { rtol: 0, atol: 0.005 };

/**
 * Speaker `03` is right in one of two classes, with three of four clips; `01` and `02` always;
 * `10`, with a single clip, never.
 */
const SAMPLES = [
  ['03', 'sad', 'sad'],
  ['03', 'sad', 'sad'],
  ['03', 'sad', 'sad'],
  ['03', 'calm', 'sad'],
  ['10', 'sad', 'calm'],
  ['02', 'sad', 'sad'],
  ['02', 'calm', 'calm'],
  ['01', 'calm', 'calm'],
];
const [speakers, yTrue, yPred] = [0, 1, 2].map((at) => SAMPLES.map((sample) => sample[at]));

describe('groupAccuracySvg', () => {
  const figure = readFigure(groupAccuracySvg(yTrue, yPred, speakers));
  const x = (pixel: number): number => figure.numberAt('x', pixel);

  it('draws the balanced accuracy of each group beside its name, best first', () => {
    const bars = figure.rects('bar').sort((a, b) => a.top - b.top);
    const middles = bars.map(({ top, bottom }) => (top + bottom) / 2);
    expect(middles.map((y) => figure.nameAt('y', y))).toEqual(['01', '02', '03', '10']);
    // That of no width has no inset.
    expect(bars.map(({ left }) => x(left))).toBeAllclose([0, 0, 0, 0], READ);
    expect(bars.map(({ right }) => x(right))).toBeAllclose([1, 1, 0.5, 0], READ);
  });

  it('writes it at the end of each line', () => {
    const scores = Object.fromEntries(
      figure.texts().map(({ text, y }) => [figure.nameAt('y', y), text]),
    );
    expect(scores).toEqual({ '01': '100 %', '02': '100 %', '03': '50 %', 10: '0 %' });
    for (const { x: pixel } of figure.texts()) expect(x(pixel)).toBeGreaterThan(1);
  });

  it('draws the mean of the groups, however many samples each has', () => {
    const rule = figure.svg.querySelector('[aria-label="rule"] line');
    expect(x(Number(rule?.getAttribute('x1')))).toBeAllclose(2.5 / 4, READ);
    expect(rule?.parentElement?.getAttribute('stroke-dasharray')).toBe('6 4');
  });

  it('has an axis from 0 to 100 %, and names both', () => {
    const names = figure.ticks('x').map(({ text }) => text);
    expect([names[0], names.at(-1)]).toEqual(['0%', '100%']);
    expect([figure.axisName('x'), figure.axisName('y')]).toEqual(['balanced accuracy', 'speaker']);
  });

  it('says the same in words', () => {
    expect(figure.label).toBe(
      'Balanced accuracy by speaker. Mean 63 %. 01: 100 %, 02: 100 %, 03: 50 %, 10: 0 %.',
    );
  });

  it('calls the groups as it is told', () => {
    const other = readFigure(groupAccuracySvg(yTrue, yPred, speakers, { groupName: 'room' }));
    expect(other.axisName('y')).toBe('room');
    expect(other.label).toMatch(/^Balanced accuracy by room\. /);
  });

  it('grows with the number of groups', () => {
    const heightOf = (n: number): number => {
      const { svg } = readFigure(
        groupAccuracySvg(yTrue.slice(0, n), yPred.slice(0, n), speakers.slice(0, n)),
      );
      return Number(svg.getAttribute('height'));
    };
    // One, two and three speakers: 18 pixels each.
    expect([heightOf(4), heightOf(5), heightOf(6)]).toEqual([94, 112, 130]);
  });

  it.each([
    [['01'], '`groups` must have 8 entries, got 1'],
    [[...speakers, '01'], '`groups` must have 8 entries, got 9'],
  ])('refuses groups of other samples', (groups, message) => {
    expect(() => groupAccuracySvg(yTrue, yPred, groups)).toThrow(`groupAccuracySvg: ${message}`);
  });

  it('refuses more than 1000 groups', () => {
    const of = (n: number) => Array.from({ length: n }, (_, i) => i);
    expect(() => groupAccuracySvg(of(1001), of(1001), of(1001))).toThrow(
      '`groups` must hold 1000 or fewer, got 1001',
    );
    expect(() => groupAccuracySvg(of(1000), of(1000), of(1000))).not.toThrow();
  });
});
