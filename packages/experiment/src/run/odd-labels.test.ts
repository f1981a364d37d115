// Labels come from files: those that JavaScript knows are labels as any other.
import { memoryStore } from '@ser/model';
import { expect, it } from 'vitest';
import { smallPlan } from '../testing/small-plan.ts';
import { smallTable } from '../testing/small-table.ts';
import { startWasm } from '../testing/start-wasm.ts';
import { run } from './run.ts';

await startWasm();
const plan = smallPlan({ epochs: 1 });
const table = smallTable();
const NAMES = new Map([
  ['calm', '__proto__'],
  ['happy', 'constructor'],
  ['angry', 'toString'],
  ['sad', 'hasOwnProperty'],
]);
const nameOf = (label: string): string => NAMES.get(label) ?? label;

it('trains and scores labels that are names of JavaScript as it does others', async () => {
  const rows = table.rows.map((row) => ({ ...row, label: nameOf(row.label) }));
  const odd = { ...table, rows, labels: table.labels.map(nameOf) };
  const [expected, found] = [
    await run(plan, table, { store: memoryStore() }),
    await run(plan, odd, { store: memoryStore() }),
  ];
  const { test, weightsSha256 } = expected.summary;
  expect(found.summary).toMatchObject({ test, weightsSha256 });
  const scores = ({ predictions }: typeof found) => predictions.map((each) => each.scores);
  expect(scores(found)).toEqual(scores(expected));
  expect(found.report).toContain('__proto__');
});
