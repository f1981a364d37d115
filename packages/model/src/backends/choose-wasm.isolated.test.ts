import '@tensorflow/tfjs-backend-cpu';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import * as tf from '@tensorflow/tfjs-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { chooseBackend } from './choose-backend.ts';

let server: Server;
let base: string;
beforeAll(async () => {
  server = createServer(({ url = '' }, response) => {
    if (url.startsWith('/page/')) {
      response.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html>');
    } else if (url.startsWith('/short/')) response.writeHead(200).end('\0as');
    else if (url.startsWith('/broken/')) response.destroy();
    else response.writeHead(404).end('no such file');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => void server.close());

const WHAT_TO_DO = 'with its setWasmPaths(…), before a backend starts';

it.each([
  ['there is none', 'none', '404 Not Found'],
  ['a page comes', 'page', '200, but what came is no WebAssembly (text/html)'],
  ['it is cut short', 'short', '200, but what came is no WebAssembly (no content type)'],
  ['the connection breaks', 'broken', 'fetch failed'],
])('says what was asked for, what came and what to do when %s', async (_, folder, what) => {
  await tf.setBackend('cpu');
  setWasmPaths(`${base}/${folder}/`, true);
  const { fetch } = globalThis;
  await expect(chooseBackend('wasm')).rejects.toMatchObject({
    code: 'missing-backend',
    message: expect.stringMatching(
      new RegExp(
        `wasm does not start \\(\\[GET\\] "${base}/${folder}/tfjs-backend-wasm.*\\.wasm": `,
      ),
    ),
  });
  await expect(chooseBackend('wasm')).rejects.toThrow(`${what}); give tfjs the folder`);
  await expect(chooseBackend('wasm')).rejects.toThrow(WHAT_TO_DO);
  expect(globalThis.fetch).toBe(fetch);
  // The backend before goes on.
  expect(tf.getBackend()).toBe('cpu');
  expect(tf.add(1, 2).dataSync()[0]).toBe(3);
});

it('passes over it', async () => {
  setWasmPaths(`${base}/none/`, true);
  const { backend, reason } = await chooseBackend();
  expect(backend).toBe('cpu');
  expect(reason).toContain('404 Not Found');
});

it('starts as soon as the folder is right', async () => {
  const folder = fileURLToPath(new URL('.', import.meta.resolve('@tensorflow/tfjs-backend-wasm')));
  setWasmPaths(folder, false);
  expect((await chooseBackend('wasm')).backend).toBe('wasm');
  expect(tf.add(1, 2).dataSync()[0]).toBe(3);
});
