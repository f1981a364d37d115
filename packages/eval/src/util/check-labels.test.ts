import { describe, expect, it } from 'vitest';
import { checkLabels } from './check-labels.ts';

describe('checkLabels', () => {
  it.each([[['sad', 'calm']], [[0, 1]]])('takes %j', (labels) => {
    expect(() => checkLabels('f', 'yTrue', labels)).not.toThrow();
  });

  it.each<[string, unknown[], string]>([
    ['a mixture', ['sad', 0], '["sad",0]'],
    ['NaN', [0, Number.NaN], '[0,null]'],
    ['what is no label', [true, true], '[true]'],
  ])('refuses %s, in the name of its argument', (_, labels, got) => {
    expect(() => checkLabels('f', 'yTrue', labels as string[])).toThrow(
      `f: \`yTrue\` must be all strings or all numbers, got ${got}`,
    );
  });

  it('refuses labels of another kind than was asked for', () => {
    expect(() => checkLabels('f', 'yPred', ['0'], 'number')).toThrow(
      'f: `yPred` must be all numbers, got ["0"]',
    );
  });
});
