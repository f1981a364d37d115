import { afterEach, describe, expect, it, vi } from 'vitest';
import { Interrupted, withInterrupt } from './interrupt.ts';
import { startProgress } from './progress.ts';

/** What `process.exit` throws here instead of ending the tests. */
class Exit extends Error {}

const exit = vi.spyOn(process, 'exit').mockImplementation((code) => {
  throw new Exit(String(code));
});
const stderr = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
afterEach(() => {
  exit.mockClear();
  stderr.mockClear();
});

describe.each(['SIGINT', 'SIGTERM'] as const)('%s', (name) => {
  it('aborts the signal, and says so', async () => {
    const ended = withInterrupt(async (signal) => {
      process.emit(name);
      signal.throwIfAborted();
    });
    await expect(ended).rejects.toThrow(Interrupted);
    expect(stderr).toHaveBeenCalledWith(expect.stringContaining('press Ctrl-C again'));
    expect(exit).not.toHaveBeenCalled();
  });

  it('ends the process at once the second time', async () => {
    const ended = withInterrupt(async () => {
      process.emit(name);
      process.emit(name);
    });
    await expect(ended).rejects.toThrow(Exit);
    expect(exit).toHaveBeenCalledWith(130);
  });
});

it('gives the terminal its cursor back before it ends the process', async () => {
  const { isTTY } = process.stderr;
  process.stderr.isTTY = true;
  try {
    await withInterrupt(async () => {
      startProgress('training', 100);
      process.emit('SIGINT');
      stderr.mockClear();
      process.emit('SIGINT');
    }).catch(() => {});
  } finally {
    process.stderr.isTTY = isTTY;
  }
  const written = stderr.mock.calls.map(([text]) => text).join('');
  expect(written).toContain('\x1b[?25h');
});

it('is told from other errors, by its name across two copies of the package', () => {
  const copy = Object.assign(new Error('interrupted'), { name: 'Interrupted' });
  expect([new Interrupted(), copy, new Error('interrupted')].map(Interrupted.isInstance)).toEqual([
    true,
    true,
    false,
  ]);
});

it('lets a task that ends all the same give its result', async () => {
  const result = await withInterrupt(async () => {
    process.emit('SIGINT');
    return 7;
  });
  expect(result).toBe(7);
});

it('leaves no listener behind', async () => {
  await withInterrupt(async () => {});
  expect(process.listenerCount('SIGINT')).toBe(0);
  expect(process.listenerCount('SIGTERM')).toBe(0);
});
