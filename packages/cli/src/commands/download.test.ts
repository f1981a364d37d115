import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { sandboxPerTest } from '../testing/sandbox.ts';

const { list, ser, serInterrupted } = sandboxPerTest();

describe('ser download', () => {
  let server: Server;
  const serve = async (handler: RequestListener): Promise<string> => {
    server = createServer(handler).listen(0, '127.0.0.1');
    await once(server, 'listening');
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  };
  afterEach(() => {
    server.closeAllConnections();
    server.close();
  });

  it('asks for the archive', async () => {
    const asked: string[] = [];
    const url = await serve((request, response) => {
      asked.push(request.url ?? '');
      response.writeHead(404).end();
    });
    await ser('download', '--to', 'zips', '--song', '--base-url', url);
    expect(asked[0]).toContain('Audio_Song_Actors_01-24.zip');
  });

  it('says what the server said, and exits with 1', async () => {
    const url = await serve((_, response) => {
      response.writeHead(404).end();
    });
    const { code, stderr, stdout } = await ser('download', '--to', 'zips', '--base-url', url);
    expect(stderr).toContain('404');
    expect(stdout).toBe('');
    expect(code).toBe(1);
  });

  it('keeps what has come when it is interrupted', async () => {
    const url = await serve((_, response) => {
      response.writeHead(200, { 'content-length': 208_468_073 }).write(Buffer.alloc(30_000_000));
    });
    const args = ['download', '--to', 'zips', '--speech', '--base-url', url];
    const { code, stderr } = await serInterrupted('(MB)', ...args);
    expect(code).toBe(130);
    expect(stderr).toContain('Give the same command again to go on');
    expect(list('zips')).toEqual(['Audio_Speech_Actors_01-24.zip.part']);
  });
});
