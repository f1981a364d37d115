import { expect, test } from 'vitest';
import { wrongDependencies } from './wrong-dependencies.ts';

const LINKED = { name: '@ser/features', version: '0.2.0' };

test.each([
  ['0.2.0', []],
  ['0.1.0', ['@ser/cli asks for @ser/features 0.1.0, which is 0.2.0']],
  ['workspace:*', ['@ser/cli asks for @ser/features workspace:*, which is 0.2.0']],
])('a dependency on %s', (version, said) => {
  const dependencies = { '@ser/features': version, commander: '^14.0.0' };
  expect(wrongDependencies([LINKED, { name: '@ser/cli', version: '0.2.0', dependencies }])).toEqual(
    said,
  );
});
