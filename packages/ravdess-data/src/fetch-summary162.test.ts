import { describe, expect, it, vi } from 'vitest';
import { fetchSummary162 } from './fetch-summary162.ts';
import { RavdessDataError } from './ravdess-data-error.ts';
import { summary162Url } from './summary162-url.ts';

const url = 'https://example.org/table.parquet';
const table = new TextEncoder().encode('PAR1 and so on');
const found = async () => new Response(table);
const failing = (error: Error) => async () => {
  throw error;
};

it('gives the bytes that come', async () => {
  expect(await fetchSummary162({ fetch: found })).toEqual(table);
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

it('asks with the platform’s own fetch and without a signal, unless it is told otherwise', async () => {
  const asked: unknown[] = [];
  vi.stubGlobal('fetch', async (...values: unknown[]) => {
    asked.push(values);
    return found();
  });
  expect(await fetchSummary162()).toEqual(table);
  vi.unstubAllGlobals();
  expect(asked).toEqual([[summary162Url(), { signal: undefined }]]);
});

it('hands the signal to fetch', async () => {
  const { signal } = new AbortController();
  const fetch = vi.fn(found);
  await fetchSummary162({ url, fetch, signal });
  expect(fetch).toHaveBeenCalledWith(url, { signal });
});

it('takes the table from the package’s own folder', () => {
  expect(summary162Url().href).toBe(
    new URL('../data/ravdess-summary162.parquet', import.meta.url).href,
  );
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

it('fails with what was thrown, whatever it is', async () => {
  const fetch = async () => Promise.reject('no luck');
  await expect(fetchSummary162({ url, fetch })).rejects.toMatchObject({
    name: 'RavdessDataError',
    code: 'unreadable-file',
    message: `fetchSummary162: [GET] "${url}": no luck`,
    cause: 'no luck',
  });
});

it('fails with the status alone where the server has no text for it', async () => {
  const fetch = async () => new Response(null, { status: 503 });
  await expect(fetchSummary162({ url, fetch })).rejects.toThrow(/: 503$/);
});

it('fails with the signal’s reason when it is aborted', async () => {
  const reason = new Error('enough');
  const signal = AbortSignal.abort(reason);
  const fetch = failing(new Error('AbortError'));
  await expect(fetchSummary162({ url, fetch, signal })).rejects.toBe(reason);
});

it.each([
  [' <!doctype html>', 'HTML'],
  ['nothing', '7 bytes of something else'],
  ['PAR', '3 bytes of something else'],
  ['PAR2 and so on', '14 bytes of something else'],
  ['XAR1 and so on', '14 bytes of something else'],
  [`${' '.repeat(99)}<`, 'HTML'],
  [`${' '.repeat(100)}<`, '101 bytes of something else'],
])('fails where a server sends %s in its place', async (text, got) => {
  const fetch = async () => new Response(text);
  await expect(fetchSummary162({ url, fetch })).rejects.toMatchObject({
    code: 'unreadable-file',
    message: expect.stringContaining(`"${url}": must be a Parquet file, got ${got}; say where`),
  });
});

it.each([
  [{ urls: url }, 'got urls (did you mean `url`?)'],
  [null, '`options` must be an object, got null'],
])('refuses the options %j', async (options, message) => {
  await expect(fetchSummary162(options as never)).rejects.toMatchObject({
    code: 'bad-argument',
    message: expect.stringContaining(message),
  });
});
