import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  existsSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Fault, type FaultyServer, serve, startServer } from '../../testing/faulty-server.ts';
import { startProxy } from '../../testing/tunnel-proxy.ts';
import { download, downloadArchives } from './download.ts';
import type { DownloadArchiveOptions } from './download-options.ts';
import type { Archive } from './util/archives.ts';

const content = Uint8Array.from({ length: 700 }, (_, i) => (i * i + (i >> 3)) & 255);
const archiveOf = (bytes: Uint8Array): Archive => ({
  name: 'speech.zip',
  size: bytes.length,
  md5: createHash('md5').update(bytes).digest('hex'),
});

let to: string;
let server: FaultyServer | undefined;
beforeEach(() => {
  for (const name of ['http_proxy', 'https_proxy', 'HTTP_PROXY', 'HTTPS_PROXY']) {
    vi.stubEnv(name, undefined);
  }
  to = mkdtempSync(join(tmpdir(), 'ser-download-'));
});
afterEach(async () => {
  await server?.close();
  server = undefined;
  vi.unstubAllEnvs();
  rmSync(to, { recursive: true });
});

/** Downloads from a server with faults, and checks the file. */
async function get(
  fault: Fault,
  options: DownloadArchiveOptions = {},
  bytes: Uint8Array = content,
): Promise<void> {
  server ??= await startServer(bytes, fault);
  const [file] = await downloadArchives([archiveOf(bytes)], {
    to,
    baseUrl: server.url,
    retryDelay: 1,
    ...options,
  });
  expect(readdirSync(to)).toEqual(['speech.zip']);
  expect(Buffer.compare(readFileSync(file), bytes)).toBe(0);
}

const part = (): string => join(to, 'speech.zip.part');

/**
 * Starts one download and, when it has begun, two more. The server gives the second one `second`.
 * The others begin where the first has got to, and it waits there for them.
 */
async function downloadThreeAtOnce(second: Uint8Array): Promise<string[]> {
  server = await startServer(content, (i, response, request) => {
    const start = Number(/\d+/.exec(request.headers.range ?? '0')?.[0]);
    const body = (i === 1 ? second : content).subarray(start);
    response.writeHead(start > 0 ? 206 : 200, {
      'content-length': body.length,
      ...(start > 0 && { 'content-range': `bytes ${start}-699/700` }),
    });
    const send = (at: number): void => {
      if (start + at === 300 && Number(server?.ranges.length) < 3) {
        setTimeout(send, 3, at);
        return;
      }
      response.write(body.subarray(at, at + 20));
      if (at + 20 >= body.length) response.end();
      else setTimeout(send, 3, at + 20);
    };
    send(0);
    return true;
  });
  const options = { to, baseUrl: server.url, retryDelay: 1 };
  const start = (): Promise<string[]> => downloadArchives([archiveOf(content)], options);
  const first = start();
  while (!existsSync(part())) await new Promise((resolve) => setTimeout(resolve, 1));
  return (await Promise.all([first, start(), start()])).flat();
}

/** How often a process is killed. */
const KILLS = 3;

/** Downloads in a process that is killed after a little, some times, and then is not. */
async function downloadWhileKilled(
  bytes: Uint8Array,
  folder: string,
): Promise<{ codes: (number | null)[]; ranges: FaultyServer['ranges'] }> {
  let kill = (): void => {};
  const killing = await startServer(bytes, (i, response, request) => {
    if (i >= KILLS) return false;
    const start = Number(/\d+/.exec(request.headers.range ?? '0')?.[0]);
    const drop = 1000 + i * 9973;
    const until = (): boolean => {
      const stats = statSync(join(folder, 'speech.zip.part'), { throwIfNoEntry: false });
      return Number(stats?.size) >= start + drop;
    };
    serve(bytes, request.headers.range, response, { drop, until, onSent: () => kill() });
    return true;
  });
  try {
    const child = fileURLToPath(new URL('../../testing/download-child.ts', import.meta.url));
    const archive = JSON.stringify(archiveOf(bytes));
    const args = ['--conditions=@ser/source', child, archive, folder, killing.url];
    const codes: (number | null)[] = [];
    for (let i = 0; i <= KILLS; i++) {
      const running = spawn(process.execPath, args, { stdio: 'inherit' });
      kill = () => running.kill('SIGKILL');
      codes.push(await new Promise((resolve) => running.on('exit', resolve)));
    }
    return { codes, ranges: killing.ranges };
  } finally {
    await killing.close();
  }
}

describe('download', () => {
  it.each<[string, object]>([
    ['no folder', { to: undefined }],
    ['an empty name for the folder', { to: '' }],
    ['a part that there is not', { parts: ['speech', 'toString'] }],
    ['parts that are no array', { parts: 'speech' }],
    ['parts that are a set', { parts: new Set(['speech']) }],
    ['an option that it does not know', { retry: 3 }],
    ['an address without a protocol', { baseUrl: 'nowhere' }],
    ['an address of another protocol', { baseUrl: 'file:///etc' }],
    ['an empty address', { baseUrl: '' }],
    ['retries that are no number', { retries: Number.NaN }],
    ['a negative timeout', { stallTimeout: -1 }],
  ])('refuses at once, and writes nothing: %s', async (_, options) => {
    const refused = download({ to, ...options } as never);
    await expect(refused).rejects.toMatchObject({ code: 'bad-argument' });
    expect(readdirSync(to)).toEqual([]);
  });

  it('names the parts that there are, and wants an array of them', async () => {
    await expect(download({ to, parts: ['video'] } as never)).rejects.toThrow(
      'download: `parts` must be among speech, song, got "video"',
    );
    await expect(download({ to, parts: 'speech' } as never)).rejects.toThrow(
      'download: `parts` must be an array, got "speech"',
    );
  });

  it('keeps what has come when a proxy answers with a page of its own', async () => {
    writeFileSync(part(), content.subarray(0, 300));
    const page = Buffer.from('please log in');
    const headers = { 'content-length': page.length };
    await get((i, response) => i < 2 && !!response.writeHead(200, headers).end(page));
    expect(server?.ranges).toEqual(['bytes=300-', 'bytes=300-', 'bytes=300-']);
  });

  it('reports progress, from 0 to the whole', async () => {
    const received: number[] = [];
    await get(() => false, {
      onProgress(progress) {
        expect(progress).toMatchObject({ file: join(to, 'speech.zip'), total: 700 });
        received.push(progress.received);
      },
    });
    expect(received[0]).toBe(0);
    expect(received.at(-1)).toBe(700);
  });

  it('keeps an archive that is there, and asks the server for nothing', async () => {
    await get(() => false);
    await get(() => false);
    expect(server?.ranges).toEqual([undefined]);
  });

  it('downloads an archive anew that was damaged meanwhile', async () => {
    await get(() => false);
    writeFileSync(join(to, 'speech.zip'), content.toReversed());
    await get(() => false);
    expect(server?.ranges).toHaveLength(2);
  });

  it('goes on from every byte at which it can have been killed', async () => {
    const short = content.subarray(0, 90);
    server = await startServer(short);
    for (let at = 0; at <= short.length; at++) {
      writeFileSync(part(), short.subarray(0, at));
      await get(() => false, {}, short);
      rmSync(join(to, 'speech.zip'));
    }
    expect(server.ranges).toHaveLength(short.length);
    expect(server.ranges[89]).toBe('bytes=89-');
  });

  it('goes on after the connection drops, at any byte and any number of times', async () => {
    let received = 0;
    const options = {
      onProgress: (progress: { received: number }) => (received = progress.received),
    };
    await get((i, response, request) => {
      const start = Number(/\d+/.exec(request.headers.range ?? '0')?.[0]);
      const until = (): boolean => received >= start + i;
      // Bytes that are lost with the connection would count as a failure.
      if (i < 20) serve(content, request.headers.range, response, { drop: i, until });
      return i < 20;
    }, options);
    // Tries that brought new bytes do not count as failures in a row.
    expect(server?.ranges).toHaveLength(21);
    const starts = server?.ranges.map((range) => Number(range?.slice(6, -1) ?? 0)) ?? [];
    expect(starts).toEqual(starts.toSorted((a, b) => a - b));
  });

  const whole = (response: Parameters<Fault>[1], bytes: Uint8Array): true => {
    response.writeHead(200).end(bytes); // chunked: no length is promised
    return true;
  };
  it.each<[string, Fault]>([
    ['a server error', (i, response) => i < 2 && !!response.writeHead(503).end()],
    ['a server that is busy', (i, r) => i < 1 && !!r.writeHead(429, { 'retry-after': '0' }).end()],
    ['a connection refused halfway', (i, response) => i < 2 && !!response.destroy()],
    ['wrong bytes', (i, response) => i < 1 && whole(response, content.toReversed())],
    ['too few bytes', (i, response) => i < 1 && whole(response, content.subarray(0, 650))],
    ['too many bytes', (i, r) => i < 1 && whole(r, Buffer.concat([content, content]))],
    [
      'a length too small',
      (i, r) => i < 1 && !!r.writeHead(200, { 'content-length': 9 }).end('123456789'),
    ],
    [
      'a length too large',
      (i, response) => {
        if (i > 0) return false;
        response.writeHead(200, { 'content-length': 7000 }).write(content);
        setTimeout(() => response.destroy(), 5);
        return true;
      },
    ],
    [
      'a server that cannot resume',
      (i, response) => {
        if (i === 0) serve(content, undefined, response, { drop: 99 });
        else whole(response, content);
        return true;
      },
    ],
    [
      'a range that was not asked for',
      (i, response) => {
        if (i === 0) serve(content, undefined, response, { drop: 300 });
        if (i === 1) serve(content, 'bytes=100-', response);
        return i < 2;
      },
    ],
    [
      'a range of another file',
      (i, response) => {
        if (i === 0) serve(content, undefined, response, { drop: 300 });
        if (i === 1) response.writeHead(206, { 'content-range': 'bytes 300-8999/9000' }).end('x');
        return i < 2;
      },
    ],
    [
      'silence',
      (i, response) => {
        if (i < 2) serve(content, undefined, response, { drop: 99, onSent: () => {} });
        return i < 2;
      },
    ],
    ['silence before the answer', (i) => i < 1],
  ])('survives %s', async (_, fault) => {
    // A machine that is too busy to answer within that time is asked again.
    await get(fault, { stallTimeout: 300, retries: 1000 });
    expect(server?.ranges.length).toBeGreaterThan(1);
  });

  it.each([
    ['other bytes', content.toReversed()],
    ['too many bytes', new Uint8Array(900)],
    ['fewer bytes, and others', new Uint8Array(500)],
  ])('starts anew when what is on disk is not the beginning: %s', async (_, leftover) => {
    writeFileSync(part(), leftover);
    await get(() => false);
  });

  it('gives up after the last try', async () => {
    await expect(get((_, r) => !!r.writeHead(500).end(), { retries: 3 })).rejects.toMatchObject({
      code: 'failed-download',
      message: expect.stringContaining('HTTP status 500 (try 4, 0 bytes are kept)'),
    });
    expect(server?.ranges).toHaveLength(4);
  });

  it('gives up at once when there is no such file', async () => {
    await expect(get((_, r) => !!r.writeHead(404).end())).rejects.toThrow('HTTP status 404');
    expect(server?.ranges).toEqual([undefined]);
  });

  it('never gives wrong bytes the name of the archive', async () => {
    const wrong: Fault = (_, response) => whole(response, content.toReversed());
    await expect(get(wrong, { retries: 2 })).rejects.toThrow('the md5 must be');
    expect(readdirSync(to)).toEqual([]);
  });

  it('stops when the signal aborts, and keeps the bytes that have come', async () => {
    const controller = new AbortController();
    const slow: Fault = (i, response) => {
      if (i > 0) return false;
      response.writeHead(200, { 'content-length': 700 }).write(content.subarray(0, 400));
      return true;
    };
    const onProgress: DownloadArchiveOptions['onProgress'] = ({ received }) => {
      if (received > 0) controller.abort(new Error('enough'));
    };
    const stopped = get(slow, { signal: controller.signal, onProgress });
    await expect(stopped).rejects.toThrow('enough');
    const kept = readFileSync(part()).length;
    expect(kept).toBeGreaterThan(0);
    await get(slow);
    expect(server?.ranges).toEqual([undefined, `bytes=${kept}-`]);
  });

  describe.each([
    ['the right bytes', content],
    ['wrong bytes to one of them', content.toReversed()],
  ])('three at once, when the server gives %s', (_, second) => {
    let files: string[];
    beforeEach(async () => {
      files = await downloadThreeAtOnce(second);
    });

    it('all name the archive', () => {
      expect(files).toEqual(new Array(3).fill(join(to, 'speech.zip')));
    });

    it('leave the whole archive', () => {
      expect(Buffer.compare(readFileSync(files[0]), content)).toBe(0);
    });

    it('leave nothing beside it', () => {
      expect(readdirSync(to)).toEqual(['speech.zip']);
    });

    it('have all asked the server', () => {
      expect(server?.ranges.length).toBeGreaterThan(2);
    });
  });

  it('says when the system refuses the file, and does not try again', async () => {
    mkdirSync(part());
    await expect(get(() => false)).rejects.toMatchObject({
      code: 'unwritable-path',
      message: expect.stringContaining('EISDIR'),
    });
    expect(server?.ranges).toEqual([]);
  });

  it.each([
    ['part', () => part()],
    ['archive', () => join(to, 'speech.zip')],
  ])('writes nothing through a link in the place of the %s', async (_, path) => {
    const victim = join(to, 'victim');
    writeFileSync(victim, 'precious');
    symlinkSync(victim, path());
    await expect(get(() => false)).rejects.toMatchObject({
      code: 'unwritable-path',
      file: path(),
      message: `download: ${path()} must be a plain file, got a link (remove it)`,
    });
    expect(readFileSync(victim, 'utf8')).toBe('precious');
    expect(server?.ranges).toEqual([]);
  });

  it('writes nothing into a file with another name', async () => {
    const victim = join(to, 'victim');
    writeFileSync(victim, 'precious');
    linkSync(victim, part());
    await expect(get(() => false)).rejects.toMatchObject({ code: 'unwritable-path' });
    expect(readFileSync(victim, 'utf8')).toBe('precious');
  });

  it('keeps an archive that is there behind a link', async () => {
    writeFileSync(join(to, 'elsewhere'), content);
    symlinkSync(join(to, 'elsewhere'), join(to, 'speech.zip'));
    const options = { to, baseUrl: 'http://127.0.0.1:1' };
    const files = await downloadArchives([archiveOf(content)], options);
    expect(files).toEqual([join(to, 'speech.zip')]);
  });

  it('gives up on a server that sends a byte a connection', async () => {
    const large = new Uint8Array(100_000).fill(7);
    let received = 0;
    const options = {
      retries: 3,
      onProgress: (progress: { received: number }) => (received = progress.received),
    };
    const drip: Fault = (i, response, request) => {
      serve(large, request.headers.range, response, { drop: 1, until: () => received > i });
      return true;
    };
    await expect(get(drip, options, large)).rejects.toThrow('try 4, 4 bytes are kept');
  });

  const page = '<!DOCTYPE html><html><head><title> Log\u0007 in\n here</title></head></html>';
  it.each<[string, object]>([
    ['that says so', { 'content-type': 'text/html; charset=utf-8' }],
    ['of another length', { 'content-length': page.length }],
    ['of unknown length', {}],
  ])('gives up at once on a web page %s, and quotes its title', async (_, headers) => {
    writeFileSync(part(), content.subarray(0, 0));
    const login: Fault = (_i, r) => !!r.writeHead(200, { ...headers }).end(page);
    await expect(get(login)).rejects.toMatchObject({
      code: 'failed-download',
      message: expect.stringContaining('a web page "Log in here" in place of the file (open'),
    });
    expect(server?.ranges).toHaveLength(1);
  });

  it('goes through the proxy of the environment, and names it where that fails', async () => {
    server = await startServer(content);
    const port = Number(new URL(server.url).port);
    const proxy = await startProxy(() => port);
    vi.stubEnv('HTTP_PROXY', proxy.url);
    const options = { to, baseUrl: 'http://example.invalid/files', retryDelay: 1, retries: 0 };
    await downloadArchives([archiveOf(content)], options);
    expect(readdirSync(to)).toEqual(['speech.zip']);
    expect(proxy.asked).toEqual(['example.invalid:80']);
    proxy.close();
    rmSync(join(to, 'speech.zip'));
    await expect(downloadArchives([archiveOf(content)], options)).rejects.toThrow(
      `HTTP_PROXY is ${proxy.url}, try 1`,
    );
  });

  it('says when it cannot write', async () => {
    writeFileSync(join(to, 'file'), '');
    const options = { to: join(to, 'file', 'below'), parts: ['song' as const] };
    await expect(download(options)).rejects.toMatchObject({ code: 'unwritable-path' });
  });

  it('asks for what Zenodo has under its names', async () => {
    server = await startServer(content, (_, response, request) => {
      expect(request.url).toBe('/files/Audio_Song_Actors_01-24.zip?download=1');
      return !!response.writeHead(404).end();
    });
    const options = { to, parts: ['song' as const], baseUrl: `${server.url}/files/` };
    await expect(download(options)).rejects.toMatchObject({ code: 'failed-download' });
  });
});

describe('a download whose process is killed again and again', () => {
  const large = Uint8Array.from({ length: 300_000 }, (_, i) => (i * i + (i >> 7)) & 255);
  let folder: string;
  let codes: (number | null)[];
  let ranges: FaultyServer['ranges'];
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'ser-killed-'));
    ({ codes, ranges } = await downloadWhileKilled(large, folder));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it('ends well when it is let alone', () => {
    expect(codes).toEqual([...new Array<null>(KILLS).fill(null), 0]);
  });

  it('leaves the whole archive', () => {
    expect(Buffer.compare(readFileSync(join(folder, 'speech.zip')), large)).toBe(0);
  });

  it('leaves nothing beside it', () => {
    expect(readdirSync(folder)).toEqual(['speech.zip']);
  });

  it('goes on where the killed ones stopped', () => {
    const starts = [0, 1000, 11_973, 32_919];
    expect(ranges.map((range) => Number(range?.slice(6, -1) ?? 0))).toEqual(starts);
  });
});
