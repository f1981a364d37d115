import { expect, it } from 'vitest';
import { smallPlan } from '../../testing/small-plan.ts';
import { smallTable } from '../../testing/small-table.ts';
import { chooseRows } from './choose-rows.ts';

const table = smallTable();
const broken = { ...table, x: table.x.subarray(1) };

it('gives the rows of the plan', () => {
  expect(chooseRows(smallPlan(), table)).toEqual(table);
  const { rows } = chooseRows(smallPlan({ conditions: ['song'] }), table);
  expect(new Set(rows.map(({ condition }) => condition))).toEqual(new Set(['song']));
});

it.each([
  [[], 'the table: `x` must hold'],
  [['a', 'b'], 'a, b: `x` must hold'],
])('names where a table that is none comes from: %j', (data, message) => {
  expect(() => chooseRows(smallPlan({ data }), broken)).toThrow(message);
});
