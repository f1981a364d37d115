import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { fieldsOf, publicManifests } from './public-manifests.ts';
import { repositoryOf } from './repository.ts';

const ROOT = join(import.meta.dirname, '../../..');
const repository = repositoryOf(ROOT);
const manifests = publicManifests(ROOT);

test('ten packages are published', () => {
  expect(manifests.map(({ manifest }) => manifest.name)).toHaveLength(10);
});

test.each(manifests)('$folder says where it comes from', ({ folder, manifest }) => {
  expect(manifest).toMatchObject(fieldsOf(repository, folder));
});

test.each(manifests)('$folder is published for all, with provenance', ({ manifest }) => {
  expect(manifest.publishConfig).toMatchObject({ access: 'public', provenance: true });
});

test.each(manifests)('$folder can be found by keywords', ({ manifest }) => {
  const keywords = manifest.keywords as string[];
  expect(keywords.length).toBeGreaterThanOrEqual(5);
  expect(new Set(keywords).size).toBe(keywords.length);
  expect(keywords).toContain('speech-emotion-recognition');
});

test.each(manifests)('$folder has its licence beside it', ({ folder, manifest }) => {
  const licence = readFileSync(join(ROOT, folder, 'LICENSE'), 'utf8');
  expect(licence).toMatch(manifest.license === 'MIT' ? /^MIT License/ : /NonCommercial/);
});
