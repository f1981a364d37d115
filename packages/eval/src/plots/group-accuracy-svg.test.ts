import { expect, it } from 'vitest';
import { plotRun } from '../testing/plot-run.ts';
import { readSvg } from '../testing/read-svg.ts';
import { groupAccuracySvg } from './group-accuracy-svg.ts';

const { yTrue, yPred, speakers } = await plotRun();

it('names all groups', () => {
  const { texts } = readSvg(groupAccuracySvg(yTrue, yPred, speakers));
  expect(texts).toEqual(expect.arrayContaining([...new Set(speakers)]));
});

it('speaks of speakers by default', () => {
  const { label } = readSvg(groupAccuracySvg(yTrue, yPred, speakers));
  expect(label).toContain('Balanced accuracy by speaker');
});

it('refuses groups of other samples', () => {
  expect(() => groupAccuracySvg(yTrue, yPred, [1])).toThrow('`groups` must have 1440 entries');
});
