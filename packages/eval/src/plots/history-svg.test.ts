import { describe, expect, it } from 'vitest';
import { HISTORY } from '../testing/plot-run.ts';
import { readSvg } from '../testing/read-svg.ts';
import { historySvg } from './history-svg.ts';

/** What a training loop logs; an interface, so that it has no index signature. */
interface Logs {
  epoch: number;
  loss: number;
  accuracy: number;
  valLoss?: number;
  learningRate: number;
}

describe('historySvg', () => {
  const { texts, label, svg } = readSvg(historySvg(HISTORY, { bestEpoch: 2 }));

  it('draws both lines', () => {
    expect(texts).toEqual(expect.arrayContaining(['training', 'validation']));
    expect(svg.querySelectorAll('[aria-label="line"]')).toHaveLength(2);
  });

  it('marks the epoch whose weights were kept', () => {
    expect(texts).toContain('kept');
  });

  it('says how the lines went', () => {
    expect(label).toContain('training from 2.00 to 1.00 in 2 epochs; validation from 2.10 to 1.50');
  });

  it('leaves out a line that has no numbers', () => {
    expect(readSvg(historySvg(HISTORY, { metric: 'accuracy' })).texts).not.toContain('validation');
  });

  it("draws a training loop's own logs", () => {
    const logs: Logs[] = [{ epoch: 0, loss: 2, accuracy: 0.1, learningRate: 0.001 }];
    expect(readSvg(historySvg(logs, { metric: 'learningRate' })).label).toContain('from 0.00100');
  });

  it('refuses a number that no epoch has', () => {
    expect(() => historySvg([{ loss: 1 }], { metric: 'accuracy' })).toThrow(
      'must hold accuracy or valAccuracy, got 1 epochs without',
    );
  });
});
