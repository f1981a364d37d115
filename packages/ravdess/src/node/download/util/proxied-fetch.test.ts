import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startProxy, type TunnelProxy } from '../../../testing/tunnel-proxy.ts';
import { createProxiedFetch } from './proxied-fetch.ts';

describe('createProxiedFetch', () => {
  const target = createServer((_, response) => response.end('hello'));
  const portOf = (): number => (target.address() as AddressInfo).port;
  const targetUrl = (): string => `http://127.0.0.1:${portOf()}`;
  let proxy: TunnelProxy;
  beforeAll(async () => {
    await new Promise<void>((listening) => target.listen(0, '127.0.0.1', listening));
    proxy = await startProxy(portOf);
  });
  beforeEach(() => {
    proxy.asked.length = 0;
  });
  afterAll(() => {
    proxy.close();
    target.close();
    target.closeAllConnections();
  });

  /** The answer to one request, with these variables set. */
  async function get(url: string, environment: NodeJS.ProcessEnv): Promise<string> {
    const { fetch, close } = await createProxiedFetch(url, environment);
    try {
      return await (await fetch(url, {})).text();
    } finally {
      await close();
    }
  }

  it.each(['http_proxy', 'HTTP_PROXY'])('goes through the proxy of %s', async (name) => {
    expect(await get('http://example.invalid/a', { [name]: proxy.url })).toBe('hello');
    expect(proxy.asked).toEqual(['example.invalid:80']);
  });

  it.each(['https_proxy', 'HTTPS_PROXY'])('tunnels to https through that of %s', async (name) => {
    const refusing = await startProxy();
    const environment = { [name]: refusing.url };
    await expect(get('https://example.invalid/a', environment)).rejects.toThrow();
    refusing.close();
    expect(refusing.asked).toEqual(['example.invalid:443']);
  });

  it.each([{}, { HTTP_PROXY: '' }, { HTTPS_PROXY: 'http://127.0.0.1:1' }])(
    'goes straight to a server of http with %j',
    async (environment) => {
      expect(await get(targetUrl(), environment)).toBe('hello');
    },
  );

  it.each(['127.0.0.1', '*', 'example.org, 127.0.0.1'])(
    'goes straight to the hosts of NO_PROXY=%s',
    async (hosts) => {
      expect(await get(targetUrl(), { HTTP_PROXY: proxy.url, NO_PROXY: hosts })).toBe('hello');
      expect(proxy.asked).toEqual([]);
    },
  );

  it.each([
    ['socks5://127.0.0.1:1', 'one that begins with socks5://'],
    ['proxy.example:3128', 'one that begins with proxy.example://'],
    ['user:secret@', 'one that begins with user://'],
    ['127.0.0.1 secret', 'another text'],
  ])('refuses %s, and does not print it', async (address, got) => {
    const refused = createProxiedFetch(targetUrl(), { HTTP_PROXY: address });
    await expect(refused).rejects.toMatchObject({
      code: 'bad-argument',
      message:
        "download: the environment variable HTTP_PROXY must be a proxy's address, " +
        `such as http://proxy.example:3128, got ${got}`,
    });
    await expect(refused).rejects.not.toThrow('secret');
  });

  it.each<[string, NodeJS.ProcessEnv, string | undefined]>([
    ['http', { http_proxy: 'http://a:1', HTTP_PROXY: 'http://b:2' }, 'http_proxy is http://a:1'],
    ['http', { http_proxy: '', HTTP_PROXY: 'http://b:2' }, 'HTTP_PROXY is http://b:2'],
    ['https', { https_proxy: 'http://a:1', HTTPS_PROXY: 'http://b' }, 'https_proxy is http://a:1'],
    ['https', { HTTPS_PROXY: 'https://b:2' }, 'HTTPS_PROXY is https://b:2'],
    ['https', { HTTP_PROXY: 'http://b:2', http_proxy: 'http://a:1' }, undefined],
    ['http', { HTTPS_PROXY: 'http://b:2', https_proxy: 'http://a:1' }, undefined],
    ['http', { ALL_PROXY: 'http://b:2' }, undefined],
  ])('for %s of %j takes: %s', async (protocol, environment, named) => {
    const url = `${protocol}://example.invalid/`;
    const { proxy: taken, close } = await createProxiedFetch(url, environment);
    await close();
    expect(taken).toBe(named);
  });

  it('goes through the proxy that it names', async () => {
    const unused = 'http://127.0.0.1:1';
    const environment = { http_proxy: proxy.url, HTTP_PROXY: unused, https_proxy: unused };
    expect(await get('http://example.invalid/a', environment)).toBe('hello');
    const refusing = await startProxy();
    const secure = { https_proxy: refusing.url, HTTPS_PROXY: unused, HTTP_PROXY: unused };
    await expect(get('https://example.invalid/a', secure)).rejects.toThrow();
    refusing.close();
    expect(refusing.asked).toEqual(['example.invalid:443']);
  });

  it('asks no_proxy before NO_PROXY', async () => {
    const environment = { HTTP_PROXY: proxy.url, no_proxy: '127.0.0.1', NO_PROXY: 'example.org' };
    expect(await get(targetUrl(), environment)).toBe('hello');
    expect(proxy.asked).toEqual([]);
  });

  it('is closed for good', async () => {
    const { fetch, close } = await createProxiedFetch(targetUrl(), { HTTP_PROXY: proxy.url });
    await (await fetch(targetUrl(), {})).text();
    await close();
    await expect(fetch(targetUrl(), {})).rejects.toThrow();
  });

  it('names the variable and the proxy, and no password', async () => {
    const environment = { http_proxy: 'http://user:secret@127.0.0.1:1' };
    const { proxy: named, close } = await createProxiedFetch(targetUrl(), environment);
    await close();
    expect(named).toBe('http_proxy is http://127.0.0.1:1');
  });
});
