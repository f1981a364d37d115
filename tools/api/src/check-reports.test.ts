import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { checkReports } from './check-reports.ts';

let root: string;
const PATH = 'packages/corpus/api/index.api.md';

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'ser-reports-'));
  mkdirSync(join(root, 'packages/corpus/api'), { recursive: true });
  writeFileSync(join(root, PATH), 'one\ntwo\n');
});
afterAll(() => rmSync(root, { recursive: true }));

test('the same report passes', () => {
  expect(() => checkReports(root, new Map([[PATH, 'one\ntwo\n']]))).not.toThrow();
});

test('a change is shown, with what to run', () => {
  const check = (): void => checkReports(root, new Map([[PATH, 'one\nthree\n']]));
  expect(check).toThrow(`${PATH}\n`);
  expect(check).toThrow('- two');
  expect(check).toThrow('+ three');
  expect(check).toThrow('npx -y pnpm@12 api');
});

test('an entry without a report is a change', () => {
  expect(() => checkReports(root, new Map([['node.api.md', 'one\n']]))).toThrow('+ one');
});
