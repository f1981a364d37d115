import { expect, it } from 'vitest';
import { formatConfusionMatrix } from './format-confusion-matrix.ts';

it('aligns rows of true classes and columns of predicted ones', () => {
  const matrix = [
    [7, 1],
    [0, 12],
  ];
  expect(formatConfusionMatrix(matrix, ['calm', 'sad'])).toBe(
    [
      'true \\ predicted   cal  sad',
      '            calm     7    1',
      '             sad     0   12',
      '',
    ].join('\n'),
  );
});

it('shows rates with decimals, and as many letters as tell columns apart', () => {
  const text = formatConfusionMatrix(
    [
      [0.5, 0.5],
      [0, 1],
    ],
    ['surely', 'surprised'],
    { digits: 1 },
  );
  expect(text).toContain('sure  surp');
  expect(text).toContain('0.5   0.5');
});

it('fits eight emotions into 80 columns', () => {
  const labels = 'neutral calm happy sad angry fearful disgust surprised'.split(' ');
  const matrix = labels.map(() => labels.map(() => 1000));
  for (const line of formatConfusionMatrix(matrix, labels).split('\n')) {
    expect(line.length).toBeLessThanOrEqual(80);
  }
});

it('refuses a matrix that does not fit its labels', () => {
  expect(() => formatConfusionMatrix([[1, 2]], ['a', 'b'])).toThrow(
    'formatConfusionMatrix: `matrix` must be 2 × 2 for 2 labels, got 1 rows of 2',
  );
});
