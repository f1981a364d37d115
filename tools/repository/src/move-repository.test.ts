import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { MENTIONS, moveRepository } from './move-repository.ts';
import { publicManifests } from './public-manifests.ts';
import { repositoryOf } from './repository.ts';

const ROOT = join(import.meta.dirname, '../../..');
const files = [...MENTIONS, ...publicManifests(ROOT).map(({ folder }) => `${folder}/package.json`)];
let copy: string;

beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), 'ser-repository-'));
  for (const file of files) {
    mkdirSync(dirname(join(copy, file)), { recursive: true });
    cpSync(join(ROOT, file), join(copy, file));
  }
});
afterAll(() => rmSync(copy, { recursive: true, force: true }));

const read = (root: string, file: string): string => readFileSync(join(root, file), 'utf8');

test('without an address, what is committed stays as it is', () => {
  moveRepository(copy);
  for (const file of files) expect(read(copy, file)).toBe(read(ROOT, file));
});

test('every file that names the repository names the new one', () => {
  const { slug, site } = repositoryOf(ROOT);
  moveRepository(copy, 'https://github.com/Somebody/else.git');
  for (const file of files) {
    const text = read(copy, file);
    expect(text).not.toContain(slug);
    expect(text).not.toContain(site);
    expect(text).toMatch(/github\.com\/Somebody\/else|somebody\.github\.io\/else/);
  }
});

test('an address of no repository is refused', () => {
  expect(() => moveRepository(copy, 'https://example.com/x')).toThrow(
    'must be like https://github',
  );
});
