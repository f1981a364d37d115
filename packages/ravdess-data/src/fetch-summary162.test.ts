import { describe, expect, it } from 'vitest';
import { fetchSummary162 } from './fetch-summary162.ts';
import { RavdessDataError } from './ravdess-data-error.ts';
import { summary162Url } from './summary162-url.ts';

const url = 'https://example.org/table.parquet';
const found = async () => new Response(Uint8Array.of(7, 8));
const failing = (error: Error) => async () => {
  throw error;
};

it('gives the bytes that come', async () => {
  expect(await fetchSummary162({ fetch: found })).toEqual(Uint8Array.of(7, 8));
});

it.each([
  [undefined, summary162Url()],
  [url, url],
])('asks at %s for the table', async (given, expected) => {
  const asked: unknown[] = [];
  const fetch = async (address: unknown) => {
    asked.push(address);
    return found();
  };
  await fetchSummary162({ url: given, fetch });
  expect(asked).toEqual([expected]);
});

describe('fails with the address', () => {
  it('when the server has no such file', async () => {
    const fetch = async () => new Response(null, { status: 404, statusText: 'Not Found' });
    const error = await fetchSummary162({ url, fetch }).catch((each) => each);
    expect(RavdessDataError.isInstance(error)).toBe(true);
    expect(error).toMatchObject({
      code: 'unreadable-file',
      message: 'fetchSummary162: [GET] "https://example.org/table.parquet": 404 Not Found',
    });
  });

  it('when no server answers', async () => {
    const cause = new TypeError('fetch failed');
    await expect(fetchSummary162({ url, fetch: failing(cause) })).rejects.toMatchObject({
      code: 'unreadable-file',
      message: expect.stringContaining(`"${url}": fetch failed`),
      cause,
    });
  });
});

it('fails with the signal’s reason when it is aborted', async () => {
  const reason = new Error('enough');
  const signal = AbortSignal.abort(reason);
  const fetch = failing(new Error('AbortError'));
  await expect(fetchSummary162({ url, fetch, signal })).rejects.toBe(reason);
});
