import { expect, test } from 'vitest';
import { withFileErrors } from './with-file-errors.ts';

test('what an action gives comes back', async () => {
  expect(await withFileErrors('a.zip', async () => 3)).toBe(3);
});

test.each([
  ['an error', new Error('ENOSPC: no space left'), 'ENOSPC: no space left'],
  ['what is no error', 'full', 'full'],
])('%s is thrown with its file, reason and cause', async (_, cause, reason) => {
  const failed = withFileErrors('a.zip', () => Promise.reject(cause));
  await expect(failed).rejects.toMatchObject({
    code: 'unwritable-path',
    file: 'a.zip',
    cause,
    message: `download: a.zip must be readable and writable, got: ${reason}`,
  });
});
