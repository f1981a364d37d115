import { describe, expect, it } from 'vitest';
import { calibrationCurve } from '../metrics/calibration-curve.ts';
import { HISTORY, LABELS, PREDICTIONS } from '../testing/plot-run.ts';
import { readFigure } from '../testing/read-figure.ts';
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
    expect(svg.getAttribute('class')).toBe('ser-figure ser-plot');
    // The style says them.
    expect(svg.getAttribute('font-size')).toBeNull();
    expect(svg.getAttribute('font-family')).toBeNull();
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
    // `$&` means something to `String.replace`.
    const titled = readSvg(draw({ title: 'Of $& and $1' }));
    expect(titled.svg.querySelector('title')?.textContent).toBe('Of $& and $1');
    expect(titled.label).toMatch(/^Of \$& and \$1\. /);
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

/** The attributes of marks which tell them apart, or which make room for text, as they are drawn. */
const MARKS: Record<string, [selector: string, attributes: Record<string, string>][]> = {
  confusionMatrixSvg: [
    ['[aria-label="cell"]', { fill: '#0072b2' }],
    ['[aria-label="cell"] rect', { x: '111', y: '81', width: '228', height: '206' }],
    ['[aria-label="x-axis label"] text', { transform: 'translate(352,56)' }],
    ['[aria-label="y-axis label"] text', { transform: 'translate(84,299) rotate(-90)' }],
    ['[aria-label="text"]', { 'font-weight': '600', 'font-size': '14' }],
    ['[aria-label="text"] ~ [aria-label="text"]', { 'font-size': '11' }],
  ],
  historySvg: [
    ['[aria-label="line"]', { stroke: 'var(--ser-blue)', 'stroke-width': '2' }],
    ['[aria-label="x-axis label"]', { transform: 'translate(77,40)' }],
    ['[aria-label="text"]', { 'font-weight': '600', 'text-anchor': 'end' }],
    ['[aria-label="y-grid"]', { stroke: 'currentColor' }],
  ],
  rocSvg: [
    ['[aria-label="line"] > g', { stroke: 'currentColor', 'stroke-opacity': '0.35' }],
    [
      '[aria-label="line"] ~ [aria-label="line"] > g',
      { stroke: 'var(--ser-blue)', 'stroke-width': '2' },
    ],
    ['[aria-label="y-axis label"] text', { transform: 'translate(55,123) rotate(-90)' }],
    ['[aria-label="x-axis label"]', { transform: 'translate(17,40)' }],
    ['[aria-label="text"]', { transform: 'translate(0,-16)' }],
    ['[aria-label="area"] > g', { fill: 'var(--ser-blue)', 'fill-opacity': '0.15' }],
    ['[aria-label="text"] > g', { 'font-weight': '600', 'text-anchor': 'start' }],
  ],
  reliabilitySvg: [
    ['[aria-label="rect"]', { fill: 'var(--ser-blue)', 'fill-opacity': '0.35' }],
    ['[aria-label="rect"] rect', { x: '243.66666666666666' }],
    ['[aria-label="text"]', { transform: 'translate(0,-8)' }],
    ['[aria-label="dot"]', { fill: 'var(--ser-vermilion)' }],
    ['circle', { r: '4' }],
    ['[aria-label="line"]', { stroke: 'currentColor', 'stroke-opacity': '0.7' }],
    ['[aria-label="text"]', { 'font-size': '11' }],
    ['[aria-label="y-grid"]', { stroke: 'currentColor' }],
  ],
  groupAccuracySvg: [
    ['[aria-label="bar"]', { fill: 'var(--ser-blue)', 'fill-opacity': '0.75' }],
    ['[aria-label="bar"] rect', { x: '71', height: '15' }],
    ['[aria-label="rule"]', { stroke: 'currentColor' }],
    ['[aria-label="text"]', { 'text-anchor': 'start' }],
    ['[aria-label="x-grid"]', { stroke: 'currentColor' }],
  ],
};

/** Where the first and the last ticks stand, in pixels: `[left, right, top, bottom]`. */
const FRAMES: Record<string, number[]> = {
  confusionMatrixSvg: [225, 480, 184, 415],
  historySvg: [54, 560, 40, 240],
  rocSvg: [55, 619, 49, 197],
  reliabilitySvg: [54, 620, 30, 336],
  groupAccuracySvg: [70, 590, 32, 89],
};

it('historySvg draws the rule of the kept epoch faintly, and its name beside it', () => {
  const { svg, texts } = readFigure(historySvg(HISTORY, { bestEpoch: 2 }));
  const rule = svg.querySelector('[aria-label="rule"]');
  expect(rule?.getAttribute('stroke')).toBe('currentColor');
  expect(rule?.getAttribute('stroke-opacity')).toBe('0.5');
  // To the left of the right end of the axis, under its top.
  expect(texts()[0]).toEqual({ text: 'kept', x: 556, y: 20 });
  expect(svg.querySelector('[aria-label="text"]')?.getAttribute('text-anchor')).toBe('end');
});

describe.each(figures)('%s', (name, draw) => {
  const { svg, ticks } = readFigure(draw());

  it.each(MARKS[name])('draws %s with %o', (selector, attributes) => {
    const element = svg.querySelector(selector);
    const drawn = Object.keys(attributes).map((key) => [key, element?.getAttribute(key)]);
    expect(Object.fromEntries(drawn)).toEqual(attributes);
  });

  it('has room for its names and numbers', () => {
    const places = (axis: 'x' | 'y'): number[] => ticks(axis).map((tick) => tick[axis]);
    const frame = (['x', 'y'] as const).flatMap((axis) => [
      Math.round(Math.min(...places(axis))),
      Math.round(Math.max(...places(axis))),
    ]);
    expect(frame).toEqual(FRAMES[name]);
  });
});
