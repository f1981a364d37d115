import { createServer, type IncomingMessage, type Server } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createProxiedFetch } from './proxied-fetch.ts';

const listen = async (server: Server): Promise<string> => {
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
};

describe('createProxiedFetch', () => {
  /** What the proxy was asked for. */
  const asked: string[] = [];
  const target = createServer((_, response) => response.end('hello'));
  const proxy = createServer((request, response) => {
    asked.push(`${request.method} ${request.url}`);
    response.end('from the proxy');
  });
  // A tunnel, which is how clients reach a server through a proxy.
  proxy.on('connect', (request: IncomingMessage, socket) => {
    asked.push(`CONNECT ${request.url}`);
    const [host, port] = String(request.url).split(':');
    if (host !== '127.0.0.1') {
      socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n');
      return;
    }
    const onward = connect(Number(port), host, () => {
      socket.write('HTTP/1.1 200 Connection Established\r\n\r\n');
      onward.pipe(socket).pipe(onward);
    });
    onward.on('error', () => socket.destroy());
    socket.on('error', () => onward.destroy());
  });
  let targetUrl: string;
  let proxyUrl: string;
  beforeAll(async () => {
    [targetUrl, proxyUrl] = [await listen(target), await listen(proxy)];
  });
  beforeEach(() => {
    asked.length = 0;
  });
  afterAll(() => {
    for (const server of [target, proxy]) {
      server.close();
      server.closeAllConnections();
    }
  });

  /** The answer to one request, with these variables set. */
  async function get(environment: NodeJS.ProcessEnv): Promise<string> {
    const { fetch, close } = await createProxiedFetch(`${targetUrl}/a`, environment);
    try {
      const response = await fetch(`${targetUrl}/a`, {});
      return await response.text();
    } finally {
      await close();
    }
  }

  it.each(['http_proxy', 'HTTP_PROXY'])('goes through the proxy of %s', async (name) => {
    expect(await get({ [name]: proxyUrl })).toBe('hello');
    expect(asked).toEqual([expect.stringContaining(targetUrl.slice('http://'.length))]);
  });

  it('tunnels to servers of https', async () => {
    const environment = { HTTPS_PROXY: proxyUrl };
    const {
      fetch,
      close,
      proxy: named,
    } = await createProxiedFetch('https://x.invalid', environment);
    await expect(fetch('https://x.invalid/a', {})).rejects.toThrow();
    await close();
    expect(asked).toEqual(['CONNECT x.invalid:443']);
    expect(named).toBe(`HTTPS_PROXY is ${proxyUrl}`);
  });

  it.each([{}, { HTTP_PROXY: '' }, { HTTPS_PROXY: 'http://127.0.0.1:1' }])(
    'goes straight to the server with %j',
    async (environment) => {
      expect(await get(environment)).toBe('hello');
    },
  );

  it.each(['127.0.0.1', '*', 'x.org, 127.0.0.1'])(
    'goes straight to it with NO_PROXY=%s',
    async (no) => {
      expect(await get({ HTTP_PROXY: proxyUrl, NO_PROXY: no })).toBe('hello');
      expect(asked).toEqual([]);
    },
  );

  it.each(['socks5://127.0.0.1:1', 'proxy.example:3128', 'user:secret@'])(
    'refuses %s, and does not print it',
    async (address) => {
      const refused = createProxiedFetch(targetUrl, { HTTP_PROXY: address });
      await expect(refused).rejects.toMatchObject({
        code: 'bad-argument',
        message: expect.stringMatching(/^download: the environment variable HTTP_PROXY must be/),
      });
      await expect(refused).rejects.not.toThrow('secret');
    },
  );

  it('names no password', async () => {
    const environment = { http_proxy: 'http://user:secret@127.0.0.1:1' };
    const { proxy: named, close } = await createProxiedFetch(targetUrl, environment);
    await close();
    expect(named).toBe('http_proxy is http://127.0.0.1:1');
  });
});
