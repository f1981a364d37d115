import { join } from 'node:path';
import { expect, test } from 'vitest';
import { publicManifests } from './public-manifests.ts';
import { publishOrder } from './publish-order.ts';

test('what a package stands on is published before it', () => {
  const manifest = (name: string, ...on: string[]) => ({
    name,
    version: '1.0.0',
    dependencies: Object.fromEntries(on.map((each) => [each, '1.0.0'])),
  });
  const manifests = [manifest('a', 'c', 'elsewhere'), manifest('b'), manifest('c', 'b')];
  expect(publishOrder(manifests).map(({ name }) => name)).toEqual(['b', 'c', 'a']);
});

test('all packages are in the order, the command line last but for what it needs', () => {
  const manifests = publicManifests(join(import.meta.dirname, '../../..')).map(
    ({ manifest }) => manifest,
  );
  const names = publishOrder(manifests).map(({ name }) => name);
  expect(names.toSorted()).toEqual(manifests.map(({ name }) => name).toSorted());
  for (const { name, dependencies = {} } of manifests) {
    for (const dependency of Object.keys(dependencies).filter((each) => each.startsWith('@ser/'))) {
      expect(names.indexOf(dependency)).toBeLessThan(names.indexOf(name));
    }
  }
});
