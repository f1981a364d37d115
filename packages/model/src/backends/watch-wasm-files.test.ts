import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { watchWasmFiles } from './watch-wasm-files.ts';

const MODULE = [0, 0x61, 0x73, 0x6d, 1, 0, 0, 0];
const respond = vi.fn<(url: string) => Promise<Response>>();
beforeEach(() => {
  respond.mockReset();
  vi.stubGlobal('fetch', (input: string | URL | Request) =>
    respond(typeof input === 'object' && 'url' in input ? input.url : String(input)),
  );
});
afterEach(() => {
  vi.unstubAllGlobals();
});
const answer = (bytes: number[] | string, init?: ResponseInit) =>
  respond.mockImplementation(async () => {
    const body = typeof bytes === 'string' ? bytes : Uint8Array.from(bytes);
    return new Response(body, init);
  });
const load = (url: string | URL | Request) => () =>
  fetch(url).then(async (response) => (await response.arrayBuffer()).byteLength);

describe('a file that is WebAssembly', () => {
  it.each(['https://a.org/b.wasm', 'https://a.org/b.wasm?v=1', 'https://a.org/b.wasm#x'])(
    'at %s is passed on whole',
    async (url) => {
      answer(MODULE);
      expect(await watchWasmFiles(load(url))).toBe(8);
    },
  );

  it('without a body is passed on', async () => {
    respond.mockImplementation(async () => new Response(null));
    expect(await watchWasmFiles(load('https://a.org/b.wasm'))).toBe(0);
  });

  it('may come in parts', async () => {
    const parts = [[0], [0x61, 0x73], [0x6d, 1]];
    respond.mockImplementation(async () => {
      const body = new ReadableStream({
        start(controller) {
          for (const part of parts) controller.enqueue(Uint8Array.from(part));
          controller.close();
        },
      });
      return new Response(body);
    });
    expect(await watchWasmFiles(load('https://a.org/b.wasm'))).toBe(5);
  });
});

describe('anything else in place of one', () => {
  const URL_ = 'https://a.org/b.wasm';
  const html = { headers: { 'content-type': 'text/html' } };
  it.each<[string, number[] | string, ResponseInit, string]>([
    ['a status', '', { status: 404, statusText: 'Not Found' }, '404 Not Found'],
    ['a status without text', '', { status: 500 }, '500'],
    ['a page', '<!doctype html>', html, '200, but what came is no WebAssembly (text/html)'],
    ['three bytes', MODULE.slice(0, 3), {}, '200, but what came is no WebAssembly (no content t'],
    ['another first byte', [1, ...MODULE.slice(1)], {}, '200, but what came is no WebAssembly'],
    ['another fourth byte', [...MODULE.slice(0, 3), 0], {}, '200, but what came is no WebAssembly'],
  ])('is told: %s', async (_, bytes, init, what) => {
    answer(bytes, init);
    for (const url of [URL_, new URL(URL_), new Request(URL_)]) {
      expect(await watchWasmFiles(load(url))).toEqual({
        problem: expect.stringContaining(`[GET] "${URL_}": ${what}`),
      });
    }
  });

  it('is told of a connection that breaks', async () => {
    respond.mockRejectedValue(new TypeError('fetch failed'));
    expect(await watchWasmFiles(load(URL_))).toEqual({
      problem: `[GET] "${URL_}": fetch failed`,
    });
  });

  it.each(['https://a.org/b.wasm.map', 'https://a.org/wasm', 'https://a.org/model.json'])(
    'is let through where no .wasm was asked for: %s',
    async (url) => {
      answer('{}');
      expect(await watchWasmFiles(load(url))).toBe(2);
    },
  );
});

it('gives what the work gives, and puts fetch back', async () => {
  const { fetch } = globalThis;
  expect(await watchWasmFiles(async () => 5)).toBe(5);
  expect(globalThis.fetch).toBe(fetch);
});

it('passes on what the work throws, and puts fetch back', async () => {
  const { fetch } = globalThis;
  await expect(watchWasmFiles(() => Promise.reject(new Error('no')))).rejects.toThrow('no');
  expect(globalThis.fetch).toBe(fetch);
});

it('works where there is no fetch', async () => {
  vi.stubGlobal('fetch', undefined);
  expect(await watchWasmFiles(async () => 5)).toBe(5);
});
