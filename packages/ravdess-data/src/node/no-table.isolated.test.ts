import { expect, it, vi } from 'vitest';
import { readSummary162 } from './read-summary162.ts';

vi.mock('../summary162-url.ts', () => ({ summary162Url: () => new URL('file:///nowhere/x') }));

it('a table that is not there is an error of the package, with its cause', async () => {
  await expect(readSummary162()).rejects.toMatchObject({
    name: 'RavdessDataError',
    code: 'unreadable-file',
    message: expect.stringMatching(/^readSummary162: ENOENT.*nowhere/),
    cause: expect.objectContaining({ code: 'ENOENT' }),
  });
});
