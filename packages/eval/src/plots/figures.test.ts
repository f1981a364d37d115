import { describe, expect, it } from 'vitest';
import { calibrationCurve } from '../metrics/calibration-curve.ts';
import { HISTORY, LABELS, PREDICTIONS } from '../testing/plot-run.ts';
import { readSvg } from '../testing/read-svg.ts';
import { toRunPredictions } from '../util/run-predictions.ts';
import { confusionMatrixSvg } from './confusion-matrix-svg.ts';
import type { FigureOptions } from './figure-options.ts';
import { groupAccuracySvg } from './group-accuracy-svg.ts';
import { historySvg } from './history-svg.ts';
import { reliabilitySvg } from './reliability-svg.ts';
import { rocSvg } from './roc-svg.ts';

const { yTrue, yPred, yScore } = toRunPredictions(PREDICTIONS);
const speakers = PREDICTIONS.map(({ speaker }) => speaker);
const bins = calibrationCurve(yTrue, yScore, { labels: LABELS });
const matrix = [
  [3, 1],
  [0, 2],
];
/** Each figure, and its height where it is 640 and where it is 320 wide. */
const figures: [string, (options?: FigureOptions) => string, number, number][] = [
  ['confusionMatrixSvg', (o) => confusionMatrixSvg(matrix, ['calm', 'sad'], o), 550, 275],
  ['historySvg', (o) => historySvg(HISTORY, o), 288, 144],
  ['rocSvg', (o) => rocSvg(yTrue, yScore, { labels: LABELS, ...o }), 263, 157],
  ['reliabilitySvg', (o) => reliabilitySvg(bins, o), 384, 192],
  ['groupAccuracySvg', (o) => groupAccuracySvg(yTrue, yPred, speakers, o), 148, 148],
];

describe.each(figures)('%s', (name, draw, height, halfHeight) => {
  const drawing = draw();
  const { svg, label } = readSvg(drawing);

  it('is an image', () => {
    expect(svg.getAttribute('role')).toBe('img');
    expect(svg.getAttribute('xmlns')).toBe('http://www.w3.org/2000/svg');
  });

  it('has a name and a description', () => {
    expect(svg.querySelector('title')?.textContent).toBe(label.split('. ')[0]);
    expect(label.length).toBeGreaterThan(30);
  });

  it('is read out by its label alone', () => {
    const shown = [...svg.children].filter(({ localName }) => localName === 'g');
    expect(shown.length).toBeGreaterThan(0);
    expect(shown.filter((child) => child.getAttribute('aria-hidden') !== 'true')).toEqual([]);
  });

  it('takes a title, in the label too', () => {
    const titled = readSvg(draw({ title: 'Of a run' }));
    expect(titled.svg.querySelector('title')?.textContent).toBe('Of a run');
    expect(titled.label).toMatch(/^Of a run\. /);
  });

  it('is 640 wide, or as wide as it is asked to be, and as high as that needs', () => {
    const sizeOf = (element: Element): (string | null)[] =>
      ['width', 'height', 'viewBox'].map((each) => element.getAttribute(each));
    expect(sizeOf(svg)).toEqual(['640', `${height}`, `0 0 640 ${height}`]);
    const narrow = readSvg(draw({ width: 320 })).svg;
    expect(sizeOf(narrow)).toEqual(['320', `${halfHeight}`, `0 0 320 ${halfHeight}`]);
  });

  it.each([99, 99.9, 10_001, Number.NaN, '640'])('refuses a width of %o', (width) => {
    expect(() => draw({ width: width as number })).toThrow(
      `${name}: \`width\` must be in [100, 10000], got`,
    );
  });

  it.each([100, 10_000])('takes a width of %i', (width) => {
    expect(readSvg(draw({ width })).svg.getAttribute('width')).toBe(`${width}`);
  });

  it('is the same every time', () => {
    expect(draw()).toBe(drawing);
  });

  it('has numbers everywhere', () => {
    expect(drawing).not.toMatch(/NaN|undefined|Infinity/);
  });

  it('takes the colours of the page', () => {
    const colours = drawing.match(/(?:fill|stroke)="[^"]*"/g) ?? [];
    const fixed = colours.filter((colour) => !/currentColor|none|var\(|="#0072b2"/.test(colour));
    expect(fixed).toEqual([]);
  });

  it('has the palette of Okabe and Ito, light on dark paper', () => {
    const [light, dark] = drawing.split('@media (prefers-color-scheme: dark)');
    const of = (style: string): string[] =>
      ['blue', 'vermilion', 'ink', 'paper'].map(
        (each) => new RegExp(`--ser-${each}: (#\\w+)`).exec(style)?.[1] ?? '',
      );
    expect(of(light)).toEqual(['#0072b2', '#c04f00', '#1b1c20', '#fff']);
    expect(of(dark)).toEqual(['#56b4e9', '#ff8c42', '#e8e9ed', '#16181d']);
  });
});
