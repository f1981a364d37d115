import { describe, expect, it } from 'vitest';
import { contrast } from '../testing/contrast.ts';
import { readSvg } from '../testing/read-svg.ts';
import { confusionMatrixSvg } from './confusion-matrix-svg.ts';

describe('confusionMatrixSvg', () => {
  const matrix = [
    [3, 1],
    [0, 0],
  ];
  const { texts, label, svg } = readSvg(confusionMatrixSvg(matrix, ['<calm>', 'sad']));

  it('has counts and rates', () => {
    expect(texts).toEqual(expect.arrayContaining(['3', '75 %', '1', '25 %', '0', '0 %']));
  });

  it('says the recalls', () => {
    expect(label).toContain('<calm> 75 %, sad 0 %');
  });

  it('escapes labels', () => {
    expect(texts).toContain('<calm>');
    expect(svg.querySelector('calm')).toBeNull();
  });

  it('refuses a matrix of other labels', () => {
    expect(() => confusionMatrixSvg([[1]], ['a', 'b'])).toThrow('`matrix` must be 2 × 2');
  });
});

describe('text on a cell', () => {
  const matrix = [
    [1, 1],
    [0, 9],
  ];
  const drawing = confusionMatrixSvg(matrix, ['a', 'b']);
  const depths = [...drawing.matchAll(/fill-opacity="([\d.]+)"/g)];
  const deepest = Math.max(...depths.map(([, opacity]) => Number(opacity)));

  it('stands on cells of every depth', () => {
    expect(deepest).toBeGreaterThan(0.7);
  });

  it.each([
    ['light', '#1b1c20', '#ffffff'],
    ['dark', '#e8e9ed', '#16181d'],
  ])('has a contrast of 4.5 to 1 at every depth: %s', (_, ink, paper) => {
    expect(drawing).toContain(`--ser-ink: ${ink}`);
    for (let opacity = 0; opacity <= deepest; opacity += 0.02) {
      expect(contrast(ink, { colour: '#0072b2', opacity, paper })).toBeGreaterThan(4.5);
    }
  });
});
