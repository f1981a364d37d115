import { expect, test } from 'vitest';
import { whileHeld } from './while-held.ts';

const held = (code: string) => Object.assign(new Error(code), { code });

/** Fails some times with a code, and counts the tries and the time that is waited. */
function holding(times: number, code: string) {
  const counts = { tries: 0, waited: 0 };
  const run = async (): Promise<string> => {
    counts.tries++;
    if (counts.tries <= times) throw held(code);
    return 'done';
  };
  const wait = async (milliseconds: number): Promise<void> => {
    counts.waited += milliseconds;
  };
  return { counts, run, wait };
}

test.each(['EACCES', 'EBUSY', 'EPERM'])('%s on Windows is tried again', async (code) => {
  const { counts, run, wait } = holding(3, code);
  expect(await whileHeld(run, { platform: 'win32', wait })).toBe('done');
  expect(counts.tries).toBe(4);
});

test('what is held for good fails after two seconds, with what Windows says', async () => {
  const { counts, run, wait } = holding(1000, 'EPERM');
  await expect(whileHeld(run, { platform: 'win32', wait })).rejects.toThrow('EPERM');
  expect(counts.waited).toBe(2000);
});

test('another failure is one at once', async () => {
  const { counts, run, wait } = holding(1, 'ENOSPC');
  await expect(whileHeld(run, { platform: 'win32', wait })).rejects.toThrow('ENOSPC');
  expect(counts.tries).toBe(1);
});

test('elsewhere a right that is missing is missing at once', async () => {
  const { counts, run, wait } = holding(1, 'EPERM');
  await expect(whileHeld(run, { platform: 'linux', wait })).rejects.toThrow('EPERM');
  expect(counts).toEqual({ tries: 1, waited: 0 });
});

test('the timer is there by default', async () => {
  const { run } = holding(1, 'EBUSY');
  expect(await whileHeld(run, { platform: 'win32' })).toBe('done');
});
