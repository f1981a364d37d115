import { expect, it } from 'vitest';
import { calibrationCurve } from '../metrics/calibration-curve.ts';
import { plotRun } from '../testing/plot-run.ts';
import { readSvg } from '../testing/read-svg.ts';
import { reliabilitySvg } from './reliability-svg.ts';

const { labels, yTrue, yScore } = await plotRun();

it('counts the samples of each bin', () => {
  const bins = calibrationCurve(yTrue, yScore, { labels });
  const filled = bins.filter(({ count }) => count > 0).map(({ count }) => String(count));
  expect(readSvg(reliabilitySvg(bins)).texts).toEqual(expect.arrayContaining(filled));
});

it('refuses no samples', () => {
  expect(() => reliabilitySvg([])).toThrow('must hold samples');
});
