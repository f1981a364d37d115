import { expect, test } from 'vitest';
import { commandName } from './command-name.ts';

test.each([
  ['ser', 'npx -y pnpm@12 ser'],
  ['train', 'npx -y pnpm@12 ser'],
  ['npx', 'npx ser'],
  ['test', 'ser'],
  [undefined, 'ser'],
])('started by the script %s, it is called %s', (npm_lifecycle_event, name) => {
  expect(commandName({ npm_lifecycle_event })).toBe(name);
});
