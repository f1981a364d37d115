import { describe, expect, it } from 'vitest';
import { ROUNDING } from '../testing/golden-cases.ts';
import { classificationReport } from './classification-report.ts';

const Y = 'calm calm calm calm happy happy sad sad sad happy'.split(' ');
const P = 'calm calm calm happy happy calm sad calm calm happy'.split(' ');
const sampleWeight = [1, 2, 0.5, 1, 3, 1, 0.5, 2, 1.5, 1];

/** Scores in the order of their table. */
const rowOf = (s: { precision: number; recall: number; f1Score: number; support: number }) => [
  s.precision,
  s.recall,
  s.f1Score,
  s.support,
];

describe('classificationReport', () => {
  const report = classificationReport(Y, P, { labels: ['sad', 'calm'], sampleWeight });

  it('is JSON', () => {
    expect(JSON.parse(JSON.stringify(report))).toEqual(report);
  });

  it("holds scikit-learn's scores of each class and their averages", () => {
    const { classes, microAverage, macroAverage, weightedAverage } = report;
    expect([...classes, microAverage, macroAverage, weightedAverage].map(rowOf)).toBeAllclose(
      [
        [1, 0.125, 0.2222222222222222, 4],
        [0.4375, 0.7777777777777778, 0.56, 4.5],
        [0.47058823529411764, 0.47058823529411764, 0.47058823529411764, 8.5],
        [0.71875, 0.4513888888888889, 0.39111111111111113, 8.5],
        [0.7022058823529411, 0.47058823529411764, 0.401045751633987, 8.5],
      ],
      ROUNDING,
    );
  });

  it('has the classes in the order of the labels, under their own names', () => {
    const names = report.classes.map(({ label, name }) => [label, name]);
    expect(names).toEqual([
      ['sad', 'sad'],
      ['calm', 'calm'],
    ]);
  });

  it('gives other names', () => {
    const targetNames = ['zero', 'one'];
    const { classes } = classificationReport([0, 1], [0, 1], { targetNames });
    expect(classes.map(({ label, name }) => [label, name])).toEqual([
      [0, 'zero'],
      [1, 'one'],
    ]);
  });

  it('counts 0 by 0 as it is told', () => {
    const options = { labels: ['calm', 'bored', 'happy', 'sad'], zeroDivision: 1 } as const;
    const { classes, macroAverage, accuracy } = classificationReport(Y, P, options);
    expect(rowOf(classes[1])).toEqual([1, 1, 1, 0]);
    expect(rowOf(macroAverage)).toBeAllclose(
      [0.7916666666666666, 0.6875, 0.6916666666666667, 10],
      ROUNDING,
    );
    expect(accuracy).toBeAllclose(0.6, ROUNDING);
  });

  it('holds the accuracy', () => {
    const { accuracy } = classificationReport(Y, P, { sampleWeight });
    expect(accuracy).toBeAllclose(0.5925925925925926, ROUNDING);
  });

  it.each([
    [['a', 'b'], ['a', 'b'], ['a']],
    // One that is only predicted.
    [['a', 'a'], ['a', 'b'], ['a']],
  ])('has no accuracy where a class is left out: %j, %j', (yTrue, yPred, labels) => {
    expect(classificationReport(yTrue, yPred, { labels })).not.toHaveProperty('accuracy');
  });

  it.each([[['A']], [['A', 'B', 'C']]])('refuses the names %j of two labels', (targetNames) => {
    expect(() => classificationReport(['a', 'b'], ['a', 'b'], { targetNames })).toThrow(
      `classificationReport: \`targetNames\` must name each of the 2 labels, got ${targetNames.length}`,
    );
  });
});
