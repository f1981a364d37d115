import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { urlStore } from './url-store.ts';

let server: Server;
let base: string;
beforeAll(async () => {
  server = createServer((request, response) => {
    const { url = '' } = request;
    const status = /^\/m\/(\d{3})(\?|$)/.exec(url)?.[1];
    if (status) response.writeHead(Number(status)).end('<!doctype html>');
    else if (url === '/m/cut.bin') {
      response.writeHead(200, { 'content-length': 100 }).write('abc', () => response.destroy());
    } else response.end(url);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}/m`;
});
afterAll(() => void server.close());

const requested = async (file: string, address: string | URL = base) =>
  new TextDecoder().decode(await urlStore(address).read(file));

it('reads under an address with or without a slash at its end', async () => {
  for (const address of [base, `${base}/`, new URL(base)]) {
    expect(await requested('model.json', address)).toBe('/m/model.json');
  }
});

it.each([
  ['/model.json', '/m/weights.bin'],
  ['/?v=3', '/m/weights.bin?v=3'],
  ['?v=3', '/m/weights.bin?v=3'],
  ['/model.json?a=1&b=/2', '/m/weights.bin?a=1&b=/2'],
  ['/model.json#part', '/m/weights.bin'],
  ['/model.json/', '/m/model.json/weights.bin'],
  ['/my-model.json', '/m/my-model.json/weights.bin'],
])('reads below an address that ends in %s', async (end, asked) => {
  expect(await requested('weights.bin', base + end)).toBe(asked);
});

it('gives up an answer that is longer than its reader allows', async () => {
  // A server that never ends.
  const endless = new ReadableStream({
    pull: (controller) => controller.enqueue(new Uint8Array(1000)),
  });
  const fetch = async () => new Response(endless);
  await expect(urlStore(base, { fetch }).read('x', { maxBytes: 5000 })).rejects.toMatchObject({
    code: 'too-large',
    message: `urlStore.read: "${base}/x" must have at most 5000 bytes`,
  });
});

it('gives an answer whole that is as long as its reader allows', async () => {
  const bytes = await urlStore(base).read('x', { maxBytes: 4 });
  expect(new TextDecoder().decode(bytes)).toBe('/m/x');
});

describe('an address that cannot be fetched', () => {
  it.each([
    'models/ser',
    './models/ser/model.json',
    '/models/ser',
    'file:///models/ser',
    'C:\\models\\ser',
    '',
  ])('such as %j is refused with what to do', (address) => {
    expect(() => urlStore(address)).toThrow(
      expect.objectContaining({
        code: 'bad-argument',
        message: expect.stringMatching(
          /^urlStore: `base` must be a web address .*folderStore of '@ser\/model\/node'$/,
        ),
      }),
    );
  });

  it('may be one for a `fetch` of your own', async () => {
    const fetch = vi.fn(async () => new Response('abc'));
    await urlStore('file:///models/ser', { fetch }).read('model.json');
    expect(fetch).toHaveBeenCalledWith('file:///models/ser/model.json');
  });

  it('is an empty one even for a `fetch` of your own', () => {
    expect(() => urlStore('', { fetch: vi.fn() })).toThrow('`base` must be a web address');
    expect(() => urlStore('?v=3', { fetch: vi.fn() })).toThrow('`base` must be a web address');
  });

  it('is a relative one elsewhere than in a page, where it begins at the page', async () => {
    vi.stubGlobal('location', new URL(`${base}/page.html`));
    try {
      expect(urlStore('models/ser').name).toBe('models/ser/');
    } finally {
      vi.unstubAllGlobals();
    }
  });
});

it('says so when a signed address does not hold for a file', async () => {
  await expect(urlStore(`${base}?signature=1`).read('403')).rejects.toThrow('that signs each');
});

it.each([
  ['401', '?signature=1', true],
  ['403', '?signature=1', true],
  ['403', '', false],
  ['500', '?signature=1', false],
])('says of a %s with the query %j that it is signed: %j', async (status, query, isSigned) => {
  const error: Error = await urlStore(base + query)
    .read(status)
    .then(
      () => new Error('it was read'),
      (thrown) => thrown,
    );
  const hint = '; a signature often holds for one file: give a `fetch` that signs each address';
  expect(error.message.endsWith(hint)).toBe(isSigned);
});

it('is called after its folder', () => {
  expect(urlStore('https://example.org/m/model.json?v=3').name).toBe('https://example.org/m/');
});

it('fetches by the function that the platform has at the time', async () => {
  const store = urlStore('https://example.org/m');
  const fetch = vi.fn(async () => new Response('abc'));
  vi.stubGlobal('fetch', fetch);
  try {
    expect(await store.read('a')).toEqual(new TextEncoder().encode('abc'));
  } finally {
    vi.unstubAllGlobals();
  }
  expect(fetch).toHaveBeenCalledExactlyOnceWith('https://example.org/m/a');
});

it('asks for a file in a folder', async () => {
  expect(await requested('fold1-seed0/model.json')).toBe('/m/fold1-seed0/model.json');
});

it('asks for names that mean something in an address as they are', async () => {
  expect(await requested('50%/a b?c#d')).toBe('/m/50%25/a%20b%3Fc%23d');
});

it.each(['404', '410'])('says undefined when the server answers %s', async (status) => {
  expect(await urlStore(base).read(status)).toBeUndefined();
});

it.each([
  ['403', /^\[GET\] "http.*\/m\/403": 403 Forbidden$/],
  ['500', /^\[GET\] "http.*\/m\/500": 500 Internal Server Error$/],
  ['cut.bin', /cut\.bin/],
])('says what kept it from reading %s', async (file, message) => {
  await expect(urlStore(base).read(file)).rejects.toMatchObject({
    name: 'ModelError',
    code: 'unreadable-file',
    message: expect.stringMatching(message),
  });
});

it('says so when there is no network', async () => {
  const fetch = () => Promise.reject(new TypeError('offline'));
  await expect(urlStore(base, { fetch }).read('x')).rejects.toMatchObject({
    code: 'unreadable-file',
    message: expect.stringMatching(/offline$/),
  });
});

it('refuses a name that leads elsewhere', async () => {
  await expect(urlStore(base).read('../x')).rejects.toMatchObject({ code: 'bad-argument' });
});

it.each(['localhost:8080/model', 'ftp://example.org/m', 'blob:https://example.org/1', 'data:,x'])(
  'says that %s is no folder on the web',
  (address) => {
    expect(() => urlStore(address)).toThrow('`base` must be a web address such as https://');
  },
);

it('takes an address of a scheme that a page may have', () => {
  expect(urlStore('tauri://localhost/model').name).toBe('tauri://localhost/model/');
});

it('says why a connection failed', async () => {
  const cause = Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' });
  const fetch = () => Promise.reject(new TypeError('fetch failed', { cause }));
  await expect(urlStore('https://example.org', { fetch }).read('a')).rejects.toThrow(
    'fetch failed: connect ECONNREFUSED',
  );
});
