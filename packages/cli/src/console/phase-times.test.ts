import { expect, it } from 'vitest';
import { PhaseTimes } from './phase-times.ts';

/** A clock that shows these times, one after the other. */
function clockOf(...times: number[]): () => number {
  return () => times.shift() ?? Number.NaN;
}

it('says how long each phase took', () => {
  const times = new PhaseTimes(clockOf(1000, 4000, 75_400, 80_390));
  times.begin('read');
  times.begin('extracted');
  times.begin('trained');
  expect(String(times)).toBe('read 3.0 s, extracted 71 s, trained 5.0 s');
});

it('takes one that goes on for one', () => {
  const times = new PhaseTimes(clockOf(0, 2000));
  times.begin('read');
  times.begin('read');
  expect(String(times)).toBe('read 2.0 s');
});

it('has a clock of its own', () => {
  const times = new PhaseTimes();
  times.begin('read');
  expect(String(times)).toMatch(/^read \d\.\d s$/);
});
