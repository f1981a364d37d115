import os from 'node:os';
import { afterEach, expect, test, vi } from 'vitest';
import { availableThreads } from './available-threads.ts';

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

/** As in a page. */
function withoutNode(navigator: object | undefined): void {
  vi.spyOn(process, 'getBuiltinModule').mockReturnValue(undefined as never);
  vi.stubGlobal('navigator', navigator);
}

test('Node offers what its machine has', () => {
  vi.spyOn(os, 'availableParallelism').mockReturnValue(7);
  vi.stubGlobal('navigator', { hardwareConcurrency: 5 });
  expect(availableThreads()).toBe(7);
});

test('a page offers what its navigator says', () => {
  withoutNode({ hardwareConcurrency: 5 });
  expect(availableThreads()).toBe(5);
});

test.each([undefined, {}])('what knows nothing of its machine has one: %o', (navigator) => {
  withoutNode(navigator);
  expect(availableThreads()).toBe(1);
});

test('where memory cannot be shared there is one', () => {
  vi.spyOn(os, 'availableParallelism').mockReturnValue(7);
  vi.stubGlobal('SharedArrayBuffer', undefined);
  expect(availableThreads()).toBe(1);
});
