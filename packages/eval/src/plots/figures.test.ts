import { describe, expect, it } from 'vitest';
import { calibrationCurve } from '../metrics/calibration-curve.ts';
import { HISTORY, plotRun } from '../testing/plot-run.ts';
import { readSvg } from '../testing/read-svg.ts';
import { confusionMatrixSvg } from './confusion-matrix-svg.ts';
import { groupAccuracySvg } from './group-accuracy-svg.ts';
import { historySvg } from './history-svg.ts';
import { reliabilitySvg } from './reliability-svg.ts';
import { rocSvg } from './roc-svg.ts';

const { labels, yTrue, yPred, yScore, speakers } = await plotRun();
const matrix = [
  [3, 1],
  [0, 2],
];
const figures: [string, () => string][] = [
  ['confusionMatrixSvg', () => confusionMatrixSvg(matrix, ['calm', 'sad'])],
  ['historySvg', () => historySvg(HISTORY)],
  ['rocSvg', () => rocSvg(yTrue, yScore, { labels })],
  ['reliabilitySvg', () => reliabilitySvg(calibrationCurve(yTrue, yScore, { labels }))],
  ['groupAccuracySvg', () => groupAccuracySvg(yTrue, yPred, speakers)],
];

describe.each(figures)('%s', (_, draw) => {
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
    expect(drawing).toContain('prefers-color-scheme: dark');
  });
});
