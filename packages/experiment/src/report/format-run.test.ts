import { expect, it } from 'vitest';
import type { Plan } from '../plan/plan.ts';
import { smallPlan, smallRecipe } from '../testing/small-plan.ts';
import { smallResult } from '../testing/small-result.ts';
import { formatRun } from './format-run.ts';

const format = (changes: Partial<Plan> = {}) => formatRun(smallPlan(changes), smallResult);

it('begins with what was trained', () => {
  expect(format().split('\n').slice(0, 5)).toEqual([
    'recipe      small: two small convolutions',
    'protocol    holdout: tested on speakers who were not heard in training',
    'data        a small table; all conditions, original clips only',
    expect.stringMatching(/^validation {2}15 % of the training rows, /),
    'training    2 epochs, 2 ms a step on wasm, seed 3',
  ]);
});

it('names the fold where there are several', () => {
  expect(format({ protocol: 'speaker', fold: 2 })).toMatch(/^fold {8}2 of 5$/m);
});

it('names no fold where there is one', () => {
  expect(format()).not.toMatch(/^fold/m);
});

it('names conditions and variants', () => {
  const recipe = { ...smallRecipe, variants: 'reference' } as const;
  expect(format({ recipe, variants: true, conditions: ['speech', 'song'] })).toMatch(
    /^data .*; speech and song, with noise and stretch-pitch variants in training$/m,
  );
});

it('has the figures of each side', () => {
  expect(format()).toMatch(/^test {13}4 {5}0\.250 {5}0\.250 {5}0\.100$/m);
});

it('warns of a protocol that leaks', () => {
  expect(format({ protocol: 'reference' })).toContain('THIS PROTOCOL LEAKS');
});

it('does not warn of a protocol that does not leak', () => {
  expect(format()).not.toContain('LEAKS');
});

it('has notes on the split', () => {
  expect(formatRun(smallPlan(), smallResult, ['a note'])).toMatch(/^note {8}a note$/m);
});

it('shows what a file says without its control characters', () => {
  expect(format({ data: ['a\u001b[2Jb\nc'] })).toContain('a\\x1b[2Jb\\nc; all conditions');
});
