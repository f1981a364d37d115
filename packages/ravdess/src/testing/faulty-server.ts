import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A file server on 127.0.0.1 whose answers can be made wrong. */
export interface FaultyServer {
  url: string;
  /** The range that each request asked for; undefined for the whole. */
  ranges: (string | undefined)[];
  close(): Promise<void>;
}

/** Answers request number `i`, from 0. Where it returns false, the server answers well. */
export type Fault = (
  i: number,
  response: ServerResponse,
  request: IncomingMessage,
) => boolean | undefined;

export async function startServer(
  content: Uint8Array,
  fault: Fault = () => false,
): Promise<FaultyServer> {
  const ranges: (string | undefined)[] = [];
  const server = createServer((request, response) => {
    const { range } = request.headers;
    ranges.push(range);
    if (fault(ranges.length - 1, response, request)) return;
    serve(content, range, response);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    ranges,
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}

interface ServeOptions {
  /** How many bytes to send before `onSent`. Default: all. */
  drop?: number;
  /** Called after those bytes. Default: breaks the connection. */
  onSent?: () => void;
  /** Whether the client has read those bytes, asked until it has. Default: once they are sent. */
  until?: () => boolean;
}

/** A good answer, or the first bytes of it. */
export function serve(
  content: Uint8Array,
  range: string | undefined,
  response: ServerResponse,
  { drop, onSent = () => response.destroy(), until }: ServeOptions = {},
): void {
  const start = Number(/^bytes=(\d+)-$/.exec(range ?? '')?.[1] ?? 0);
  const body = content.subarray(start);
  response.writeHead(range ? 206 : 200, {
    'content-length': body.length,
    ...(range && {
      'content-range': `bytes ${start}-${content.length - 1}/${content.length}`,
    }),
  });
  if (drop === undefined) response.end(body);
  else {
    // Flushed before the connection goes, so that the client has these bytes and no more.
    const wait = (): void => {
      if (until?.() ?? true) onSent();
      else setTimeout(wait, 2);
    };
    // Node may call back no sooner than it has more to send.
    if (until) setTimeout(wait, 2);
    response.write(body.subarray(0, drop), until ? undefined : () => setTimeout(wait, 2));
    if (drop === 0) response.flushHeaders();
  }
}
