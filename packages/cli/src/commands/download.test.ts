import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { cliSandbox } from '../testing/cli-sandbox.ts';
import { runCli } from '../testing/run-cli.ts';

const sandbox = cliSandbox();
const { ser } = sandbox;

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

  it('asks for the archive and says what the server said', async () => {
    const asked: string[] = [];
    const url = await serve((request, response) => {
      asked.push(request.url ?? '');
      response.writeHead(404).end();
    });
    const { code, stderr, stdout } = await ser(
      'download',
      '--to',
      'zips',
      '--song',
      '--base-url',
      url,
    );
    expect(code).toBe(1);
    expect(stderr).toContain('404');
    expect(stdout).toBe('');
    expect(asked[0]).toContain('Audio_Song_Actors_01-24.zip');
  });

  it('keeps what has come when it is interrupted', async () => {
    const url = await serve((_, response) => {
      response.writeHead(200, { 'content-length': 208_468_073 }).write(Buffer.alloc(30_000_000));
    });
    const args = ['download', '--to', 'zips', '--speech', '--base-url', url];
    const stop = (text: string, child: ChildProcess) => {
      if (text.includes('(MB)') && !child.killed) child.kill('SIGINT');
    };
    const { code, stderr } = await runCli(args, { cwd: sandbox.folder, onStderr: stop });
    expect(code).toBe(130);
    expect(stderr).toContain('Give the same command again to go on');
    expect(readdirSync(join(sandbox.folder, 'zips'))).toEqual([
      'Audio_Speech_Actors_01-24.zip.part',
    ]);
  });
});
