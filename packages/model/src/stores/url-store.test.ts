import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { urlStore } from './url-store.ts';

let server: Server;
let base: string;
beforeAll(async () => {
  server = createServer((request, response) => {
    const { url = '' } = request;
    const status = /^\/m\/(\d{3})$/.exec(url)?.[1];
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
