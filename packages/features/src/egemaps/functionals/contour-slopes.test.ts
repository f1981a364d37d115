import { expect, test } from 'vitest';
import { contourSlopes } from './contour-slopes.ts';

const points = (...turns: number[]): { peak: boolean; at: number }[] =>
  turns.map((turn) => ({ peak: turn > 0, at: Math.abs(turn) }));

test('slopes are a second, falling ones positive, but for the last', () => {
  const contour = Float32Array.of(0, 2, 4, 3, 2, 1, 7, 5, 3);
  expect(contourSlopes(contour, points(2, -5, 6))).toEqual({
    meanRisingSlope: 400,
    stddevRisingSlope: 200,
    // 100 and -200, the deviation of the first alone over two.
    meanFallingSlope: -50,
    stddevFallingSlope: Math.sqrt(150 ** 2 / 2),
  });
});

test('after a valley the last slope rises', () => {
  const contour = Float32Array.of(4, 3, 2, 3);
  expect(contourSlopes(contour, points(-2))).toEqual({
    meanRisingSlope: 100,
    stddevRisingSlope: 0,
    meanFallingSlope: 100,
    stddevFallingSlope: 0,
  });
});

test('a contour that does not turn has its change a frame', () => {
  const none = { stddevRisingSlope: 0, stddevFallingSlope: 0 };
  expect(contourSlopes(Float32Array.of(1, 2, 3, 5), [])).toEqual({
    ...none,
    meanRisingSlope: 1,
    meanFallingSlope: 0,
  });
  expect(contourSlopes(Float32Array.of(5, 3, 2, 1), [])).toEqual({
    ...none,
    meanRisingSlope: 0,
    meanFallingSlope: -1,
  });
  expect(contourSlopes(new Float32Array(0), [])).toMatchObject({ meanRisingSlope: 0 });
});
