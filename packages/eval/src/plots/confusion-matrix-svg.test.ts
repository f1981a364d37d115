import { describe, expect, it } from 'vitest';
import { contrast } from '../testing/contrast.ts';
import { readFigure } from '../testing/read-figure.ts';
import { confusionMatrixSvg } from './confusion-matrix-svg.ts';

const MATRIX = [
  [3, 1, 0],
  [0, 0, 0],
  [6, 0, 2.5],
];
const LABELS = ['<calm>', 'sad', 'angry'];

/** The texts of each cell from top to bottom, by the names at its row and its column. */
function cellsOf(figure: ReturnType<typeof readFigure>): Record<string, string[]> {
  const cells: Record<string, string[]> = {};
  for (const { text, x, y } of figure.texts().sort((a, b) => a.y - b.y)) {
    const name = `${figure.nameAt('y', y)} as ${figure.nameAt('x', x)}`;
    cells[name] = [...(cells[name] ?? []), text];
  }
  return cells;
}

describe('confusionMatrixSvg', () => {
  const figure = readFigure(confusionMatrixSvg(MATRIX, LABELS));

  it('has the true classes in rows, the predicted ones in columns, counts over parts of a row', () => {
    expect(cellsOf(figure)).toEqual({
      '<calm> as <calm>': ['3', '75 %'],
      '<calm> as sad': ['1', '25 %'],
      '<calm> as angry': ['0', '0 %'],
      'sad as <calm>': ['0', '0 %'],
      'sad as sad': ['0', '0 %'],
      'sad as angry': ['0', '0 %'],
      'angry as <calm>': ['6', '71 %'],
      'angry as sad': ['0', '0 %'],
      'angry as angry': ['2.5', '29 %'],
    });
  });

  it('has the classes in the order of the labels, from the upper left corner on', () => {
    for (const axis of ['x', 'y'] as const) {
      const sorted = [...figure.ticks(axis)].sort((a, b) => a[axis] - b[axis]);
      expect(sorted.map(({ text }) => text)).toEqual(LABELS);
    }
  });

  it('says which axis is which, the predicted classes on top', () => {
    expect([figure.axisName('x'), figure.axisName('y')]).toEqual(['predicted', 'true']);
    expect(figure.ticks('x')[0].y).toBeLessThan(figure.ticks('y')[0].y);
  });

  it('is deeper where the part of the row is larger', () => {
    const depths = Object.fromEntries(
      figure
        .rects('cell')
        .map(({ left, right, top, bottom, element }) => [
          `${figure.nameAt('y', (top + bottom) / 2)} as ${figure.nameAt('x', (left + right) / 2)}`,
          Number(element.getAttribute('fill-opacity')),
        ]),
    );
    expect(Object.keys(depths)).toHaveLength(9);
    const part = 6 / 8.5;
    expect([
      depths['<calm> as <calm>'],
      depths['<calm> as sad'],
      depths['sad as sad'],
      depths['angry as <calm>'],
    ]).toBeAllclose([0.04 + 0.7 * 0.75, 0.04 + 0.7 * 0.25, 0.04, 0.04 + 0.7 * part]);
  });

  it('says the recalls', () => {
    expect(figure.label).toBe(
      'Confusion matrix. True classes in rows, predicted ones in columns. ' +
        'Recalls: <calm> 75 %, sad 0 %, angry 29 %.',
    );
  });

  it('escapes labels', () => {
    expect(figure.svg.querySelector('calm')).toBeNull();
  });

  it('shows labels that are numbers', () => {
    const numbers = readFigure(
      confusionMatrixSvg(
        [
          [1, 0],
          [0, 1],
        ],
        [7, 10],
      ),
    );
    expect(numbers.ticks('x').map(({ text }) => text)).toEqual(['7', '10']);
  });

  it.each<[number[][], (string | number)[], string]>([
    [[[1]], ['a', 'b'], '`matrix` must be 2 × 2 for 2 labels, got 1 rows of 1'],
    [[[1, 0], [1]], ['a', 'b'], '`matrix` must be 2 × 2 for 2 labels, got 2 rows of 2 and 1'],
    [[], [], '`matrix` must be 0 × 0 for 0 labels, got 0 rows of 0'],
    [
      [
        [1, -1],
        [0, 1],
      ],
      ['a', 'b'],
      '`matrix` must hold finite counts ≥ 0, got -1',
    ],
    [
      [
        [1, 0],
        [Number.POSITIVE_INFINITY, 1],
      ],
      ['a', 'b'],
      '`matrix` must hold finite counts ≥ 0, got Infinity',
    ],
    [
      [
        [1, 0],
        [0, 1],
      ],
      ['a\n', 'a\\n'],
      '`labels` must differ as text, got',
    ],
    [
      [
        [1, 0],
        [0, 1],
      ],
      ['a', 'a'],
      '`labels` must name one class or more, each once',
    ],
    [[], Array(101).fill('a'), '`labels` must hold 100 or fewer, got 101'],
    [[], Array(100).fill('a'), '`matrix` must be 100 × 100'],
  ])('refuses %j of %j', (matrix, labels, message) => {
    expect(() => confusionMatrixSvg(matrix, labels)).toThrow(`confusionMatrixSvg: ${message}`);
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
