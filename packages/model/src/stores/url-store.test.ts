import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { urlStore } from './url-store.ts';

let server: Server;
let base: string;
beforeAll(async () => {
  server = createServer((request, response) => {
    if (request.url === '/m/model.json') response.end('{}');
    else if (request.url === '/m/cut.bin') {
      response.writeHead(200, { 'content-length': 100 }).write('abc', () => response.destroy());
    } else response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}/m`;
});
afterAll(() => void server.close());

it('reads under an address with or without a slash at its end', async () => {
  for (const address of [base, `${base}/`, new URL(base)]) {
    expect(new TextDecoder().decode(await urlStore(address).read('model.json'))).toBe('{}');
  }
});

it('says what the server said, and when a file did not come whole', async () => {
  const missing = (message: RegExp) => ({
    name: 'ModelError',
    code: 'artifact-missing',
    message: expect.stringMatching(message),
  });
  await expect(urlStore(base).read('none')).rejects.toMatchObject(
    missing(/^\[GET\] "http.*\/m\/none": 404 Not Found$/),
  );
  await expect(urlStore(base).read('cut.bin')).rejects.toMatchObject(missing(/cut\.bin/));
  const fetch = () => Promise.reject(new TypeError('offline'));
  await expect(urlStore(base, { fetch }).read('x')).rejects.toMatchObject(missing(/offline$/));
});
