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

it('shows two decimals by default, of all entries where one is not whole', () => {
  const matrix = [
    [0.333, 2],
    [1, 10.5],
  ];
  expect(formatConfusionMatrix(matrix, ['a', 'b'])).toBe(
    [
      'true \\ predicted       a      b',
      '               a    0.33   2.00',
      '               b    1.00  10.50',
      '',
    ].join('\n'),
  );
});

it('shows labels that are numbers, and rows of names longer than the corner', () => {
  expect(formatConfusionMatrix([[5]], ['an extraordinarily long name'])).toBe(
    ['            true \\ predicted   an ', 'an extraordinarily long name     5', ''].join('\n'),
  );
  expect(formatConfusionMatrix([[5]], [7])).toBe(
    ['true \\ predicted   7', '               7   5', ''].join('\n'),
  );
});

it.each([
  [['sad', 'sadness'], 'sad  sadn'],
  [['neutral', 'calm'], 'neu  cal'],
  [['abcdefg', 'abcdefh'], 'abcdefg  abcdefh'],
])('tells the columns %j apart by as few letters as that takes, three or more', (labels, heads) => {
  const [head] = formatConfusionMatrix(
    [
      [1, 2],
      [3, 4],
    ],
    labels,
  ).split('\n');
  expect(head.replace('true \\ predicted', '').trim()).toMatch(
    new RegExp(`^${heads.replace('  ', ' +')}$`),
  );
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
