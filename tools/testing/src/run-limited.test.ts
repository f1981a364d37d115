import { expect, test } from 'vitest';
import { runLimited } from './run-limited.ts';

const module = new URL('limited/examples.ts', import.meta.url);

test('a value comes back', async () => {
  expect(await runLimited({ module, call: 'add', args: [1, 2] })).toMatchObject({ value: 3 });
});

test('an error comes back with its name, code and message', async () => {
  const { error } = await runLimited({ module, call: 'fail' });
  expect(error).toEqual({ name: 'RangeError', code: 'too-much', message: 'too much' });
});

test('too much processor time is an error', async () => {
  const run = runLimited({ module, call: 'compute', args: [0.5], cpuSeconds: 0.2 });
  await expect(run).rejects.toThrow('compute must take 0.2 processor seconds');
});

test('too much memory is an error', async () => {
  const run = runLimited({ module, call: 'allocate', args: [300], megabytes: 256 });
  await expect(run).rejects.toThrow('allocate must take 256 MiB');
});

test('a process that waits for ever is killed', async () => {
  const run = runLimited({ module, call: 'waitForEver', seconds: 3 });
  await expect(run).rejects.toThrow('ended by SIGKILL');
});

test('the memory of the process that calls does not count', async () => {
  const own = new Uint8Array(600 * 2 ** 20).fill(1);
  expect(await runLimited({ module, call: 'add', args: [own[0], 2] })).toMatchObject({ value: 3 });
});
