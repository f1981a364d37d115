import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { publicManifests } from './public-manifests.ts';

const ROOT = join(import.meta.dirname, '../../..');
const names = publicManifests(ROOT).map(({ manifest }) => manifest.name);
const files = globSync('.changeset/*.md', { cwd: ROOT }).filter((file) => !/README/.test(file));

// `changeset version` stops at the first that is wrong, which is when a release is due.
test('every changeset raises packages that are published, and says what users notice', () => {
  for (const file of files) {
    const [, head = '', text = ''] =
      /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(readFileSync(join(ROOT, file), 'utf8')) ?? [];
    const raised: Record<string, string> = parse(head) ?? {};
    for (const [name, by] of Object.entries(raised)) {
      expect(names, file).toContain(name);
      expect(['patch', 'minor', 'major'], file).toContain(by);
    }
    expect(Object.keys(raised).length === 0 || text.trim().length > 0, file).toBe(true);
  }
});
