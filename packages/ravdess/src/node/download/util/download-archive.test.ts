import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  type Answer,
  type FakeFetch,
  type FakeRequest,
  fakeFetch,
  rangeOf,
} from '../../../testing/fake-fetch.ts';
import { download, downloadArchives } from '../download.ts';
import type { DownloadArchiveOptions, DownloadProgress } from '../download-options.ts';
import { downloadArchive } from './download-archive.ts';

/** So long that a thousandth of it is 10 bytes. */
const content = Uint8Array.from({ length: 10_000 }, (_, i) => (i * i + (i >> 3)) & 255);
const archive = {
  name: 'a.zip',
  size: content.length,
  md5: createHash('md5').update(content).digest('hex'),
};
const unavailable: Answer = () => new Response(null, { status: 503 });

let to: string;
beforeEach(() => {
  to = mkdtempSync(join(tmpdir(), 'ser-archive-'));
  for (const name of ['http_proxy', 'https_proxy', 'HTTP_PROXY', 'HTTPS_PROXY']) {
    vi.stubEnv(name, undefined);
  }
});
afterEach(() => {
  vi.unstubAllEnvs();
  vi.unstubAllGlobals();
  vi.useRealTimers();
  rmSync(to, { recursive: true });
});

function answerWith(answer: Answer): FakeFetch {
  const fake = fakeFetch(content, answer);
  vi.stubGlobal('fetch', fake.fetch);
  return fake;
}

/** A download without a wait: its pauses, its requests and what came of it. */
async function get(
  answer: Answer,
  options: DownloadArchiveOptions = {},
): Promise<{ pauses: number[]; requests: FakeRequest[]; outcome: unknown }> {
  const { requests } = answerWith(answer);
  const pauses: number[] = [];
  const outcome = await downloadArchives([archive], { to, ...options }, async (milliseconds) => {
    pauses.push(milliseconds);
  }).catch((error: unknown) => error);
  return { pauses, requests, outcome };
}

describe('the pauses between two tries', () => {
  it('are a second and then twice as long each time, before five tries more', async () => {
    const { pauses, requests, outcome } = await get(unavailable);
    expect(pauses).toEqual([1000, 2000, 4000, 8000, 16_000]);
    expect(requests).toHaveLength(6);
    expect(outcome).toMatchObject({
      name: 'RavdessError',
      code: 'failed-download',
      file: join(to, 'a.zip'),
      message: expect.stringMatching(
        /^download: https:.*\/a.zip\?download=1 must give 10000 bytes, got: HTTP status 503 \(try 6, 0 bytes are kept\)$/,
      ),
      cause: expect.objectContaining({ name: 'TransferError' }),
    });
  });

  it('begin with `retryDelay`, are as many as `retries`, and a minute at most', async () => {
    const { pauses } = await get(unavailable, { retries: 4, retryDelay: 9000 });
    expect(pauses).toEqual([9000, 18_000, 36_000, 60_000]);
  });

  it('are none where no try more is made', async () => {
    const { pauses, requests } = await get(unavailable, { retries: 0 });
    expect(pauses).toEqual([]);
    expect(requests).toHaveLength(1);
  });

  it.each([
    ['3', [3000, 3000]],
    ['1', [1000, 2000]],
    ['600', [60_000, 60_000]],
  ])('are those that the server asks for where they are longer: %s s', async (asked, expected) => {
    const answer: Answer = () =>
      new Response(null, { status: 429, headers: { 'retry-after': asked } });
    expect((await get(answer, { retries: 2 })).pauses).toEqual(expected);
  });

  it('begin anew behind a try that brought a thousandth', async () => {
    const { pauses } = await get((i, request) =>
      i === 2
        ? rangeOf(content, request, 10)
        : i < 5
          ? new Response(null, { status: 503 })
          : undefined,
    );
    expect(pauses).toEqual([1000, 2000, 1000, 2000, 4000]);
  });

  it('go on where a try brought less', async () => {
    const { pauses } = await get((i, request) =>
      i === 2
        ? rangeOf(content, request, 9)
        : i < 5
          ? new Response(null, { status: 503 })
          : undefined,
    );
    expect(pauses).toEqual([1000, 2000, 4000, 8000, 16_000]);
  });
});

describe.each(['retries', 'retryDelay', 'stallTimeout'] as const)('the option %s', (name) => {
  it.each([
    [-1, '-1'],
    [Number.NaN, 'NaN'],
    ['3x', '"3x"'],
  ])('is refused where it is %s, before anything is asked', async (value, got) => {
    const { outcome, requests } = await get(() => undefined, { [name]: value });
    const message = `download: \`${name}\` must be ≥ 0, got ${got}`;
    expect(outcome).toMatchObject({ code: 'bad-argument', message });
    expect(requests).toEqual([]);
  });

  it.each([0, Number.POSITIVE_INFINITY])('may be %d', async (value) => {
    const { outcome } = await get(() => undefined, { [name]: value });
    expect(outcome).toEqual([join(to, 'a.zip')]);
  });
});

describe('a server that sends little', () => {
  const drip =
    (bytes: number): Answer =>
    (i, request) =>
      i < 40 ? rangeOf(content, request, bytes) : undefined;

  it('is asked on where a thousandth comes within the tries that may fail', async () => {
    const { outcome, requests } = await get(drip(5), { retries: 2 });
    expect(outcome).toEqual([join(to, 'a.zip')]);
    expect(requests.slice(0, 4).map(({ headers }) => headers.range)).toEqual([
      undefined,
      'bytes=5-',
      'bytes=10-',
      'bytes=15-',
    ]);
  });

  it('is given up where less comes', async () => {
    const { outcome } = await get(drip(4), { retries: 2 });
    expect(outcome).toMatchObject({ message: expect.stringContaining('try 3, 20 bytes are kept') });
  });

  it('gets the credit of new bytes after wrong ones were thrown away', async () => {
    const { outcome } = await get(
      (i, request) => {
        if (i === 0) return rangeOf(content, request, 1000);
        return i === 1 ? new Response(null, { status: 416 }) : drip(10)(i, request);
      },
      { retries: 2 },
    );
    expect(outcome).toEqual([join(to, 'a.zip')]);
  });
});

it('the connections are closed, whatever comes of the download', async () => {
  const options = { baseUrl: 'http://example.invalid' };
  for (const answer of [undefined, new Response(null, { status: 404 })]) {
    const { fetch } = fakeFetch(content, () => answer);
    const close = vi.fn(async () => {});
    const connect = vi.fn(async () => ({ fetch, close }));
    rmSync(join(to, 'a.zip'), { force: true });
    const done = downloadArchive(archive, to, options, async () => {}, connect);
    if (answer) await expect(done).rejects.toThrow('HTTP status 404');
    else expect(await done).toBe(join(to, 'a.zip'));
    expect(close).toHaveBeenCalledOnce();
    expect(connect.mock.calls).toEqual([['http://example.invalid/a.zip?download=1']]);
  }
});

describe('the signal', () => {
  it('is handed to the pause, and its reason is thrown', async () => {
    const controller = new AbortController();
    const { requests } = answerWith(unavailable);
    const stopped = downloadArchives([archive], { to, signal: controller.signal }, (_, signal) => {
      controller.abort(new Error('enough'));
      expect(signal).toBe(controller.signal);
      return Promise.reject(new Error('aborted'));
    });
    await expect(stopped).rejects.toThrow('enough');
    expect(requests).toHaveLength(1);
  });

  it('closes the connection, and no further try is made', async () => {
    const controller = new AbortController();
    const { requests, outcome, pauses } = await get(
      (_, { signal }) => {
        controller.abort(new Error('enough'));
        expect(signal.aborted).toBe(true);
        throw signal.reason;
      },
      { signal: controller.signal },
    );
    expect(outcome).toEqual(new Error('enough'));
    expect([requests.length, pauses]).toEqual([1, []]);
  });

  it('that is aborted from the start lets nothing be asked', async () => {
    const signal = AbortSignal.abort(new Error('enough'));
    const { outcome, requests } = await get(() => undefined, { signal });
    expect(outcome).toEqual(new Error('enough'));
    expect(requests).toEqual([]);
  });
});

describe('what is handed to the server and to the caller', () => {
  const progressOf = (): {
    seen: DownloadProgress[];
    onProgress: (p: DownloadProgress) => void;
  } => {
    const seen: DownloadProgress[] = [];
    return { seen, onProgress: (progress) => seen.push(progress) };
  };

  it('is, where no option says otherwise, the address of Zenodo', async () => {
    const { requests } = answerWith(() => new Response(null, { status: 404 }));
    await expect(download({ to })).rejects.toMatchObject({ code: 'failed-download' });
    expect(requests.map(({ url }) => url)).toEqual([
      'https://zenodo.org/records/1188976/files/Audio_Speech_Actors_01-24.zip?download=1',
    ]);
  });

  it.each(['http://example.invalid/x', 'http://example.invalid/x/'])(
    'is the archive below %s',
    async (baseUrl) => {
      const { requests } = await get(() => undefined, { baseUrl });
      expect(requests[0].url).toBe('http://example.invalid/x/a.zip?download=1');
    },
  );

  it('is a silence of half a minute before a connection is closed', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const { outcome } = await get(
      (_, { signal }) => {
        vi.advanceTimersByTime(29_999);
        expect(signal.aborted).toBe(false);
        vi.advanceTimersByTime(1);
        throw signal.reason;
      },
      { retries: 0 },
    );
    expect(outcome).toMatchObject({ message: expect.stringContaining('not a byte for 30 s') });
  });

  it('is `stallTimeout` in milliseconds', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const { outcome } = await get(
      (_, { signal }) => {
        vi.advanceTimersByTime(500);
        throw signal.reason;
      },
      { retries: 0, stallTimeout: 500 },
    );
    expect(outcome).toMatchObject({ message: expect.stringContaining('not a byte for 0.5 s') });
  });

  it('is how far the file has come, of how many bytes', async () => {
    const { seen, onProgress } = progressOf();
    writeFileSync(join(to, 'a.zip.part'), content.subarray(0, 3000));
    await get(() => undefined, { onProgress });
    const file = join(to, 'a.zip');
    expect(seen[0]).toEqual({ file, received: 3000, total: 10_000 });
    expect(seen.at(-1)).toEqual({ file, received: 10_000, total: 10_000 });
  });

  it('is the whole, once, of an archive that is there', async () => {
    const { seen, onProgress } = progressOf();
    writeFileSync(join(to, 'a.zip'), content);
    const { requests, outcome } = await get(() => undefined, { onProgress });
    expect(seen).toEqual([{ file: join(to, 'a.zip'), received: 10_000, total: 10_000 }]);
    expect([requests, outcome]).toEqual([[], [join(to, 'a.zip')]]);
  });

  it('is nothing of an archive whose every byte is in the part, which is renamed', async () => {
    writeFileSync(join(to, 'a.zip.part'), content);
    const { requests } = await get(() => undefined);
    expect(requests).toEqual([]);
    expect(Buffer.compare(readFileSync(join(to, 'a.zip')), content)).toBe(0);
  });

  it('is the archives in the order of `parts`', async () => {
    const { requests } = answerWith(() => undefined);
    const second = { ...archive, name: 'b.zip' };
    const files = await downloadArchives([second, archive], { to });
    expect(files).toEqual([join(to, 'b.zip'), join(to, 'a.zip')]);
    expect(requests.map(({ url }) => url.replace(/^.*\/|\?.*$/g, ''))).toEqual(['b.zip', 'a.zip']);
  });
});

describe('what is on disk', () => {
  it('stays, where it has come and the tries fail', async () => {
    const { outcome } = await get((i, request) =>
      i === 0 ? rangeOf(content, request, 2000) : new Response(null, { status: 404 }),
    );
    expect(outcome).toMatchObject({
      message: expect.stringContaining('HTTP status 404 (try 2, 2000 bytes are kept)'),
    });
    expect(readFileSync(join(to, 'a.zip.part'))).toHaveLength(2000);
  });

  it.each([
    ['an md5 that is wrong', () => new Response(content.toReversed()), 'the md5 must be '],
    ['a range that was not asked for', () => new Response(null, { status: 416 }), 'status 416'],
  ])('goes, where it cannot be the beginning of the archive: %s', async (_, answer, reason) => {
    writeFileSync(join(to, 'a.zip.part'), new Uint8Array(500));
    const { outcome } = await get(answer, { retries: 0 });
    expect(outcome).toMatchObject({ message: expect.stringContaining(reason) });
    expect(outcome).toMatchObject({ message: expect.stringContaining(' 0 bytes are kept') });
    expect(() => readFileSync(join(to, 'a.zip.part'))).toThrow('ENOENT');
  });

  it('that is damaged, or of another size, is what it was until the new one stands', async () => {
    for (const old of [content.toReversed(), content.subarray(1)]) {
      const file = join(to, 'a.zip');
      writeFileSync(file, old);
      const { outcome } = await get(unavailable, { retries: 1 });
      expect(outcome).toMatchObject({ code: 'failed-download' });
      expect(Buffer.compare(readFileSync(file), old)).toBe(0);
      await get(() => {
        expect(Buffer.compare(readFileSync(file), old)).toBe(0);
        return undefined;
      });
      expect(Buffer.compare(readFileSync(file), content)).toBe(0);
    }
  });
});

it('the reason of a failed connection is told with its cause', async () => {
  const cause = new Error('connect ECONNREFUSED');
  const { outcome } = await get(() => Promise.reject(new TypeError('fetch failed', { cause })), {
    retries: 0,
  });
  expect(outcome).toMatchObject({
    message: expect.stringContaining('got: fetch failed, connect ECONNREFUSED (try 1,'),
  });
});
