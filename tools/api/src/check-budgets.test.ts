import { expect, test } from 'vitest';
import { checkBudgets } from './check-budgets.ts';

const statement = "import { mfcc } from '@ser/features'";

test('an import within its budget passes', () => {
  expect(() => checkBudgets([{ statement, size: 12, budget: 12 }])).not.toThrow();
});

test('an import beyond it fails with its figure', () => {
  expect(() => checkBudgets([{ statement, size: 12.345, budget: 12 }])).toThrow(
    `${statement}: 12.35 KiB minified and gzipped, the budget is 12 KiB`,
  );
});
