import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.json': 'application/json',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
};

/** A folder on this machine, served as the plainest host would. */
export interface ServedFolder {
  readonly url: string;
  /** What is served from now on. */
  folder: string;
  /** The paths that were asked for, in order. */
  readonly requests: readonly string[];
  /** While it is, nothing is answered. */
  isDown: boolean;
  close(): void;
}

/** @param path Where below the host's root it lies, such as `/some/demo/`. */
export async function serveFolder(folder: string, path: string): Promise<ServedFolder> {
  const requests: string[] = [];
  const server = createServer(async (request, response) => {
    if (served.isDown) {
      request.destroy();
      return;
    }
    const asked = new URL(request.url ?? '/', 'http://host').pathname;
    requests.push(asked);
    const name = asked.startsWith(path) ? normalize(asked.slice(path.length)) : '..';
    try {
      const file = name === '.' || name === '' ? 'index.html' : name;
      const body = await readFile(join(served.folder, file));
      response.writeHead(200, { 'content-type': TYPES[extname(file)] ?? 'text/plain' }).end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  const served = {
    url: '',
    folder,
    requests,
    isDown: false,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  served.url = `http://127.0.0.1:${port}${path}`;
  return served;
}
