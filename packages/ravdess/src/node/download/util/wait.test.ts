import { setImmediate as turn } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { wait } from './wait.ts';

test('a wait lasts as many milliseconds as it says, or longer', async () => {
  const start = performance.now();
  await wait(30, undefined);
  // A timer counts whole milliseconds.
  expect(performance.now() - start).toBeGreaterThan(28);
});

test('a wait ends in the turn in which the signal aborts', async () => {
  const controller = new AbortController();
  const ended = wait(2 ** 31 - 1, controller.signal).catch(() => 'ended');
  controller.abort();
  expect(await Promise.race([ended, turn('goes on')])).toBe('ended');
});
