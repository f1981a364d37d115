import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname } from 'node:path';

/** Pages on this machine. */
export interface Site {
  /**
   * An empty page. Under `isolated/` lies one that is cross-origin isolated, which threads need.
   */
  readonly url: string;
  close(): void;
}

const TYPES: Record<string, string> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.wasm': 'application/wasm',
};

const ISOLATION = {
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-embedder-policy': 'require-corp',
};

/**
 * Serves an empty page and files beside it, twice: at the root and under `isolated/`.
 *
 * @param files The path of the file with a name, if there is one.
 */
export async function serve(files: (name: string) => string | undefined): Promise<Site> {
  const server = createServer(async (request, response) => {
    const path = (request.url ?? '').split('?')[0];
    const [, isolated, name] = /^\/(isolated\/)?(.*)$/.exec(path) ?? [];
    const headers = isolated ? ISOLATION : {};
    try {
      const file = name === '' ? undefined : files(name);
      if (name !== '' && file === undefined) throw new Error('no such file');
      const body = file === undefined ? '<!doctype html><title>test</title>' : await readFile(file);
      const type = TYPES[extname(name) || '.html'] ?? 'application/octet-stream';
      response.writeHead(200, { 'content-type': type, ...headers }).end(body);
    } catch (error) {
      response.writeHead(404, headers).end(String(error));
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/`,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}
