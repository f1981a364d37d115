import { expect, it } from 'vitest';
import { HeardLog } from './heard-log.ts';

/** Pushes windows that begin with these labels, half a second apart; `-` is a pause. */
function logOf(...labels: string[]) {
  const log = new HeardLog();
  const news = labels.map((label, i) => {
    const scores = label === '-' ? [] : [{ label, score: 0.5 + i / 100 }];
    return log.push({ end: 3 + i / 2, speech: label !== '-', scores });
  });
  return { news, lines: log.lines };
}

it('has a line once three windows agree', () => {
  const { news, lines } = logOf('sad', 'sad', 'sad', 'sad');
  expect(news).toEqual([false, false, true, false]);
  expect(lines).toEqual([{ time: 4, label: 'sad', score: 0.52 }]);
});

it('takes single windows of another mind for nothing', () => {
  const { lines } = logOf('sad', 'sad', 'sad', 'calm', 'sad', 'calm', 'calm', 'sad', 'sad', 'sad');
  expect(lines.map(({ label }) => label)).toEqual(['sad']);
});

it('has the newest first', () => {
  const { lines } = logOf('sad', 'sad', 'sad', 'calm', 'calm', 'calm');
  expect(lines.map(({ label, time }) => [label, time])).toEqual([
    ['calm', 5.5],
    ['sad', 4],
  ]);
});

it('has pauses, but for the one that it begins with', () => {
  const { lines } = logOf('-', '-', '-', 'sad', 'sad', 'sad', '-', '-', '-', '-');
  expect(lines).toEqual([
    { time: 7, label: undefined, score: 0 },
    { time: 5.5, label: 'sad', score: 0.55 },
  ]);
});

it('keeps a hundred lines', () => {
  const labels = Array.from({ length: 101 }, (_, i) => Array(3).fill(i % 2 ? 'sad' : 'calm'));
  const { lines } = logOf(...labels.flat());
  expect(lines).toHaveLength(100);
  expect(lines[99].label).toBe('sad');
});
