import { describe, expect, it } from 'vitest';
import { readFigure } from '../testing/read-figure.ts';
import { historySvg } from './history-svg.ts';

/** What a training loop logs; an interface, so that it has no index signature. */
interface Logs {
  epoch: number;
  loss: number;
  accuracy: number;
  valLoss?: number;
  learningRate: number;
}

/** Numbers are read from pixels to three decimals; the axis is some 3 wide on 500 pixels. */
const READ = { rtol: 0, atol: 0.01 };

const LOGS = [
  { loss: 2, valLoss: 2.25, accuracy: 0.1, valAccuracy: 0.05, learningRate: 0.001 },
  { loss: 1.5, valLoss: 1.25, accuracy: 0.2, valAccuracy: 0.3, learningRate: 0.001 },
  { loss: 1, valLoss: 1.5, accuracy: 0.4, learningRate: 0.0005 },
];
const draw = (...args: Parameters<typeof historySvg>) => readFigure(historySvg(...args));

describe('historySvg', () => {
  const figure = draw(LOGS, { bestEpoch: 2 });
  const [training, validation] = figure.lines();

  it('draws the losses over epochs from 1', () => {
    expect(training.points).toBeAllclose(
      [
        [1, 2],
        [2, 1.5],
        [3, 1],
      ],
      READ,
    );
    expect(validation.points).toBeAllclose(
      [
        [1, 2.25],
        [2, 1.25],
        [3, 1.5],
      ],
      READ,
    );
    expect(figure.lines()).toHaveLength(2);
  });

  it('counts epochs by their place, whatever number the logs of each carry', () => {
    // Keras' callbacks count from 0; its `history` has the numbers in order alone.
    const logged = LOGS.map((logs, epoch) => ({ epoch, ...logs }));
    expect(historySvg(logged, { bestEpoch: 2 })).toBe(historySvg(LOGS, { bestEpoch: 2 }));
  });

  it('draws the training in blue, and the validation dashed in vermilion', () => {
    const of = ({ element }: { element: Element }): (string | null)[] =>
      ['stroke', 'stroke-dasharray'].map((name) => element.getAttribute(name));
    expect(of(training)).toEqual(['var(--ser-blue)', null]);
    expect(of(validation)).toEqual(['var(--ser-vermilion)', '6 4']);
  });

  it('writes each name in the colour of its line, at the height of its end', () => {
    const names = figure.texts().filter(({ text }) => text !== 'kept');
    expect(names.map(({ text }) => text)).toEqual(['training', 'validation']);
    // Validation ends higher, and pixels count down from the top.
    expect(names[1].y).toBeLessThan(names[0].y);
    const colours = [...figure.svg.querySelectorAll('[aria-label="text"][fill]')];
    expect(colours.map((group) => [group.textContent, group.getAttribute('fill')])).toEqual([
      ['training', 'var(--ser-blue)'],
      ['validation', 'var(--ser-vermilion)'],
    ]);
  });

  it('puts the name of the training above where that ends higher', () => {
    const [one, other] = draw([{ loss: 2, valLoss: 1 }]).texts();
    expect(one.y).toBeLessThan(other.y);
  });

  it('marks the epoch whose weights were kept', () => {
    const rule = figure.svg.querySelector('[aria-label="rule"] line');
    expect(figure.numberAt('x', Number(rule?.getAttribute('x1')))).toBeAllclose(2, READ);
    const kept = figure.texts().find(({ text }) => text === 'kept');
    expect(figure.numberAt('x', kept?.x ?? 0)).toBeAllclose(2, { rtol: 0, atol: 0.05 });
  });

  it('marks no epoch unless it is told one', () => {
    const plain = draw(LOGS);
    expect(plain.svg.querySelector('[aria-label="rule"]')).toBeNull();
    expect(plain.texts().map(({ text }) => text)).not.toContain('kept');
  });

  it('names its axes and itself', () => {
    expect([figure.axisName('x'), figure.axisName('y')]).toEqual(['epoch', 'loss']);
    expect(figure.label).toBe(
      'loss by epoch. training from 2.00 to 1.00 in 3 epochs; ' +
        'validation from 2.25 to 1.50 in 3 epochs',
    );
  });

  it.each<[keyof (typeof LOGS)[number], [string, number[]][]]>([
    [
      'loss',
      [
        ['training', [2, 1.5, 1]],
        ['validation', [2.25, 1.25, 1.5]],
      ],
    ],
    ['valLoss', [['validation', [2.25, 1.25, 1.5]]]],
    [
      'accuracy',
      [
        ['training', [0.1, 0.2, 0.4]],
        ['validation', [0.05, 0.3]],
      ],
    ],
    ['valAccuracy', [['validation', [0.05, 0.3]]]],
    ['learningRate', [['training', [0.001, 0.001, 0.0005]]]],
  ])('draws %s under its name', (metric, expected) => {
    const other = draw(LOGS, { metric });
    expect(other.axisName('y')).toBe(metric);
    expect(other.svg.querySelector('title')?.textContent).toBe(`${metric} by epoch`);
    expect(other.texts().map(({ text }) => text)).toEqual(expected.map(([name]) => name));
    const heights = other.lines().map(({ points }) => points.map(([, y]) => y));
    // Three decimals of a pixel.
    expect(heights).toBeAllclose(
      expected.map(([, values]) => values),
      { rtol: 1e-3, atol: 1e-5 },
    );
  });

  it.each([1, 2, 3, 4, 9, 12, 47, 100, 2500])('has no name between two of %i epochs', (n) => {
    const history = Array.from({ length: n }, (_, i) => ({ loss: 1 + 1 / (i + 1) }));
    const { ticks } = draw(history);
    const names = ticks('x').map(({ text }) => Number(text));
    expect(new Set(names).size).toBe(names.length);
    expect(names.every((name) => Number.isInteger(name) && name >= 1 && name <= n)).toBe(true);
    expect(names.length).toBeLessThanOrEqual(15);
    // Where names and places agree, equal steps have equal distances.
    const steps = ticks('x')
      .slice(1)
      .map(({ text, x }, i) => {
        const before = ticks('x')[i];
        return (x - before.x) / (Number(text) - Number(before.text));
      });
    expect(steps).toBeAllclose(
      steps.map(() => steps[0]),
      { rtol: 1e-6, atol: 0 },
    );
  });

  it('leaves a gap where a number is missing or not finite', () => {
    const history = [{ loss: 3 }, { loss: 2 }, {}, { loss: 1 }, { loss: Number.NaN }, { loss: 2 }];
    const { gaps } = draw(history).lines()[0];
    const epochs = gaps.map((part) => part.map(([epoch]) => epoch));
    expect(epochs).toHaveLength(3);
    expect(epochs.flat()).toBeAllclose([1, 2, 4, 6], READ);
    expect(gaps.map(({ length }) => length)).toEqual([2, 1, 1]);
  });

  it('begins its axis with epoch 1, even where that has no number', () => {
    const { lines } = draw([{}, { loss: 2 }, { loss: 1 }]);
    expect(lines()[0].points).toBeAllclose(
      [
        [2, 2],
        [3, 1],
      ],
      READ,
    );
  });

  it('draws every epoch of 2000, and the ends and extremes of more', () => {
    const history = (n: number) =>
      Array.from({ length: n }, (_, i) => ({ loss: i === n - 7 ? 9 : Math.sin(i) }));
    expect(draw(history(2000)).lines()[0].points).toHaveLength(2000);
    const { points } = draw(history(5000)).lines()[0];
    expect(points.length).toBeLessThanOrEqual(2002);
    expect([points[0][0], points.at(-1)?.[0] ?? 0]).toBeAllclose([1, 5000], { rtol: 0, atol: 0.5 });
    expect(Math.max(...points.map(([, y]) => y))).toBeAllclose(9, READ);
  });

  it('leaves out a line that has no numbers', () => {
    const { texts, lines } = draw([{ loss: 2 }, { loss: 1 }]);
    expect(texts().map(({ text }) => text)).toEqual(['training']);
    expect(lines()).toHaveLength(1);
  });

  it("draws a training loop's own logs", () => {
    const logs: Logs[] = [{ epoch: 0, loss: 2, accuracy: 0.1, learningRate: 0.001 }];
    expect(draw(logs, { metric: 'learningRate' }).label).toContain('from 0.00100 to 0.00100 in 1');
  });

  it('refuses a number that no epoch has', () => {
    expect(() => historySvg([{ loss: 1 }], { metric: 'accuracy' })).toThrow(
      'must hold accuracy or valAccuracy, got 1 epochs without',
    );
  });

  it.each([0, 4, 1.5])('refuses to mark epoch %d of three', (bestEpoch) => {
    expect(() => historySvg(LOGS, { bestEpoch })).toThrow(
      `historySvg: \`bestEpoch\` must be a whole number in [1, 3], got ${bestEpoch}`,
    );
  });

  it.each([1, 3])('marks epoch %d of three', (bestEpoch) => {
    expect(() => historySvg(LOGS, { bestEpoch })).not.toThrow();
  });
});
