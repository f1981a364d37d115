import { expect, test } from 'vitest';
import { commandName } from './command-name.ts';

test.each([
  ['ser', 'ser', 'npx -y pnpm@12 ser'],
  ['train', 'ser', 'npx -y pnpm@12 ser'],
  ['train', 'a-project-of-your-own', 'npx @ser/cli'],
  ['npx', undefined, 'npx @ser/cli'],
  [undefined, undefined, 'ser'],
])('started by the script %s of %s, it is called %s', (script, project, name) => {
  expect(commandName({ npm_lifecycle_event: script, npm_package_name: project })).toBe(name);
});
