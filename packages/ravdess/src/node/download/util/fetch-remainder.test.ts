import { existsSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  type Answer,
  fakeFetch,
  type OpenBody,
  openBody,
  rangeOf,
} from '../../../testing/fake-fetch.ts';
import { fetchRemainder, type Transfer, TransferError } from './fetch-remainder.ts';

const content = Uint8Array.from({ length: 100 }, (_, i) => i + 1);

let folder: string;
let part: string;
beforeEach(() => {
  // Nothing here waits: the tests say how late it is.
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] });
  folder = mkdtempSync(join(tmpdir(), 'ser-remainder-'));
  part = join(folder, 'a.zip.part');
});
afterEach(() => {
  expect(vi.getTimerCount()).toBe(0);
  vi.useRealTimers();
  rmSync(folder, { recursive: true });
});

/** One request, what it asked for, and what the caller was told. */
async function fetchOnce(
  answer?: Answer,
  options: Partial<Transfer> = {},
): Promise<{
  requests: ReturnType<typeof fakeFetch>['requests'];
  received: number[];
  error: unknown;
}> {
  const { fetch, requests } = fakeFetch(content, answer);
  const received: number[] = [];
  const transfer = {
    url: 'http://example.invalid/a.zip',
    fetch,
    part,
    size: content.length,
    stallTimeout: 30_000,
    onReceived: (bytes: number) => received.push(bytes),
    ...options,
  };
  const error = await fetchRemainder(transfer).then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  return { requests, received, error };
}

const onDisk = (): number[] => (existsSync(part) ? [...readFileSync(part)] : []);

describe('fetchRemainder', () => {
  it('asks for the whole of a file of which nothing is there, uncompressed', async () => {
    const { requests, received } = await fetchOnce();
    expect(requests).toMatchObject([{ url: 'http://example.invalid/a.zip' }]);
    expect(requests[0].headers).toEqual({ 'accept-encoding': 'identity' });
    expect(received).toEqual([0, 100]);
    expect(onDisk()).toEqual([...content]);
  });

  it('asks for what is missing, and writes it behind what is there', async () => {
    writeFileSync(part, content.subarray(0, 60));
    const { requests, received } = await fetchOnce();
    expect(requests[0].headers).toEqual({ 'accept-encoding': 'identity', range: 'bytes=60-' });
    expect(received).toEqual([60, 100]);
    expect(onDisk()).toEqual([...content]);
  });

  it('asks for nothing where all bytes are there', async () => {
    writeFileSync(part, content);
    expect(await fetchOnce()).toEqual({ requests: [], received: [], error: undefined });
  });

  it('asks for nothing where there are too many, which are not the file', async () => {
    writeFileSync(part, new Uint8Array(101));
    const { requests, error } = await fetchOnce();
    expect(requests).toEqual([]);
    expect(error).toMatchObject({ corrupt: true, message: '101 bytes on disk' });
  });

  it('begins anew, and from 0, where a server sends the whole in place of a range', async () => {
    writeFileSync(part, new Uint8Array(60));
    const { received } = await fetchOnce(() => new Response(content));
    expect(received).toEqual([0, 100]);
    expect(onDisk()).toEqual([...content]);
  });

  const ranged =
    (range: string | undefined): Answer =>
    (_, request) => {
      const headers = range === undefined ? undefined : { 'content-range': range };
      return new Response(rangeOf(content, request).body, { status: 206, headers });
    };
  it.each(['bytes 60-99/100', 'bytes 60-99/*'])('takes the range "%s"', async (range) => {
    writeFileSync(part, content.subarray(0, 60));
    expect((await fetchOnce(ranged(range))).error).toBeUndefined();
    expect(onDisk()).toEqual([...content]);
  });

  it.each(['bytes 59-99/100', 'bytes 61-99/100', 'bytes 60-99/101', 'bytes 60-/100', undefined])(
    'refuses the range "%s", and writes none of it',
    async (range) => {
      writeFileSync(part, content.subarray(0, 60));
      const { error } = await fetchOnce(ranged(range));
      expect(error).toMatchObject({
        corrupt: true,
        permanent: false,
        message: `the range "${range ?? ''}" for "bytes 60-99/100"`,
      });
      expect(onDisk()).toEqual([...content.subarray(0, 60)]);
    },
  );

  it('keeps what has come before the connection ends', async () => {
    const { error, received } = await fetchOnce((_, request) => rangeOf(content, request, 40));
    expect(error).toMatchObject({
      corrupt: false,
      permanent: false,
      message: "the connection's end after 40 bytes",
    });
    expect(received).toEqual([0, 40]);
    expect(onDisk()).toEqual([...content.subarray(0, 40)]);
  });

  it('writes no byte beyond the size', async () => {
    const { error } = await fetchOnce(() => new Response(new Uint8Array(101).fill(7)));
    expect(error).toMatchObject({ corrupt: true, message: 'more than 100 bytes' });
    expect(onDisk()).toEqual([]);
  });

  it('writes nothing of an answer of another length, and keeps what is there', async () => {
    writeFileSync(part, content.subarray(0, 60));
    const headers = { 'content-length': '13' };
    const { error } = await fetchOnce(() => new Response('please log in', { headers }));
    expect(error).toMatchObject({
      corrupt: false,
      permanent: false,
      message: 'an answer of 13 bytes',
    });
    expect(onDisk()).toEqual([...content.subarray(0, 60)]);
  });

  it.each([
    [301, true, false],
    [400, true, false],
    [401, true, false],
    [403, true, false],
    [404, true, false],
    [408, false, false],
    [410, true, false],
    [416, false, true],
    [425, false, false],
    [429, false, false],
    [499, true, false],
    [500, false, false],
    [502, false, false],
    [503, false, false],
    [504, false, false],
  ])(
    'of status %d: permanent %s, what is on disk is wrong %s',
    async (status, permanent, corrupt) => {
      const { error } = await fetchOnce(() => new Response('no', { status }));
      expect(error).toMatchObject({
        name: 'TransferError',
        message: `HTTP status ${status}`,
        permanent,
        corrupt,
        retryAfter: 0,
      });
    },
  );

  it.each([
    ['120', 120_000],
    ['Thu, 26 Nov 2026 12:00:30 GMT', 30_000],
  ])('tells how long the server asks to wait: %s', async (header, retryAfter) => {
    vi.setSystemTime(Date.UTC(2026, 10, 26, 12));
    const init = { status: 503, headers: { 'retry-after': header } };
    expect((await fetchOnce(() => new Response(null, init))).error).toMatchObject({ retryAfter });
  });

  it.each<[string, Record<string, string>]>([
    ['that says so', { 'content-type': 'text/html; charset=utf-8' }],
    ['of XHTML', { 'content-type': 'Application/XHTML+xml' }],
    ['of another length', { 'content-length': '45' }],
    ['that says nothing', {}],
  ])('takes no further try for a web page %s', async (_, headers) => {
    const page = '<html><title>Sign in</title><p>please do</p>';
    const { error } = await fetchOnce(() => new Response(page, { headers }));
    expect(error).toMatchObject({
      permanent: true,
      corrupt: false,
      message:
        'a web page "Sign in" in place of the file (open the address in a browser to see what is asked)',
    });
    expect(onDisk()).toEqual([]);
  });

  it('takes a file of a type that only names a page', async () => {
    const headers = { 'content-type': 'application/zip; of=text/html' };
    expect((await fetchOnce(() => new Response(content, { headers }))).error).toBeUndefined();
    expect(onDisk()).toEqual([...content]);
  });

  it('tries again after the web page of a server error', async () => {
    const init = { status: 500, headers: { 'content-type': 'text/html' } };
    const { error } = await fetchOnce(() => new Response('<html>', init));
    expect(error).toMatchObject({ permanent: false, message: 'HTTP status 500' });
  });

  it('takes a file that has a tag of a page in its midst', async () => {
    const bytes = new TextEncoder().encode('<html>'.padEnd(40, ' '));
    writeFileSync(part, content.subarray(0, 60));
    const headers = { 'content-range': 'bytes 60-99/100' };
    const { error } = await fetchOnce(() => new Response(bytes, { status: 206, headers }));
    expect(error).toBeUndefined();
    expect(onDisk()).toEqual([...content.subarray(0, 60), ...bytes]);
  });

  it.each([
    ['refused', () => new Response('no', { status: 404 })],
    ['read to its end', () => undefined],
  ])('closes the connection of an answer that was %s', async (_, answer) => {
    const { requests } = await fetchOnce(answer);
    expect(requests[0].signal.aborted).toBe(true);
  });

  it('closes the connection at the moment that the signal aborts', async () => {
    const controller = new AbortController();
    const { error } = await fetchOnce(
      (_, { signal }) => {
        expect(signal.aborted).toBe(false);
        controller.abort(new Error('enough'));
        expect(signal.reason).toEqual(new Error('enough'));
        throw signal.reason;
      },
      { signal: controller.signal },
    );
    expect(error).toEqual(new Error('enough'));
  });

  it.each([30_000, 250])('closes a connection that is silent for %d ms', async (stallTimeout) => {
    const { error } = await fetchOnce(
      (_, { signal }) => {
        vi.advanceTimersByTime(stallTimeout - 1);
        expect(signal.aborted).toBe(false);
        vi.advanceTimersByTime(1);
        throw signal.reason;
      },
      { stallTimeout },
    );
    expect(error).toMatchObject({
      name: 'TransferError',
      message: `not a byte for ${stallTimeout / 1000} s`,
      permanent: false,
    });
  });

  it('counts the silence anew from each piece', async () => {
    let sent: OpenBody | undefined;
    let closing: AbortSignal | undefined;
    const { error } = await fetchOnce(
      (_, { signal }) => {
        closing = signal;
        sent = openBody(signal);
        sent.send(content.subarray(0, 10));
        return new Response(sent.body);
      },
      {
        stallTimeout: 1000,
        onReceived(bytes) {
          if (bytes === 0) return;
          vi.advanceTimersByTime(999);
          expect(closing?.aborted).toBe(false);
          if (bytes === 10) sent?.send(content.subarray(10, 20));
          else vi.advanceTimersByTime(1);
        },
      },
    );
    expect(error).toMatchObject({ message: 'not a byte for 1 s' });
    expect(onDisk()).toEqual([...content.subarray(0, 20)]);
  });

  it('waits as long as a timer can where it is to wait for ever', async () => {
    await fetchOnce(
      (_, { signal }) => {
        vi.advanceTimersByTime(2 ** 31 - 2);
        expect(signal.aborted).toBe(false);
        return undefined;
      },
      { stallTimeout: Number.POSITIVE_INFINITY },
    );
    expect(onDisk()).toEqual([...content]);
  });

  it.each([
    ['', () => {}],
    [', and a third has begun anew', () => writeFileSync(part, 'third')],
  ])('writes nothing more when another has finished and renamed the file%s', async (_, then) => {
    const finished = join(folder, 'a.zip');
    let sent: OpenBody | undefined;
    const { error } = await fetchOnce(
      () => {
        sent = openBody();
        sent.send(content.subarray(0, 50));
        return new Response(sent.body);
      },
      {
        onReceived(bytes) {
          if (bytes !== 50) return;
          renameSync(part, finished);
          then();
          sent?.send(new Uint8Array(50));
          sent?.end();
        },
      },
    );
    expect(error).toMatchObject({
      message: `another file in the place of ${part}`,
      corrupt: false,
      permanent: false,
    });
    expect([...readFileSync(finished)]).toEqual([...content.subarray(0, 50)]);
  });
});

describe('TransferError', () => {
  it('is neither corrupt nor permanent, and asks for no pause, unless it says so', () => {
    expect(new TransferError('x')).toMatchObject({
      corrupt: false,
      permanent: false,
      retryAfter: 0,
    });
    expect(new TransferError('x', { corrupt: true })).toMatchObject({ corrupt: true });
    expect(new TransferError('x', { permanent: true })).toMatchObject({ permanent: true });
    expect(new TransferError('x', { retryAfter: 7 })).toMatchObject({ retryAfter: 7 });
  });

  it('isInstance knows an error of another copy of the package', () => {
    const other = Object.assign(new Error('503'), { name: 'TransferError', permanent: false });
    expect(TransferError.isInstance(other)).toBe(true);
  });

  it('isInstance knows no other error', () => {
    expect(TransferError.isInstance(new Error('503'))).toBe(false);
    const permanent = Object.assign(new Error('503'), { permanent: false });
    expect(TransferError.isInstance(permanent)).toBe(false);
    const named = Object.assign(new Error('503'), { name: 'TransferError' });
    expect(TransferError.isInstance(named)).toBe(false);
    expect(TransferError.isInstance({ name: 'TransferError', permanent: false })).toBe(false);
  });
});
