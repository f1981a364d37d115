import { createServer } from 'node:http';
import { type AddressInfo, connect } from 'node:net';

/** A proxy on 127.0.0.1 that opens tunnels, as proxies do for clients of https. */
export interface TunnelProxy {
  url: string;
  /** The host and port of each tunnel that was asked for. */
  asked: string[];
  close(): void;
}

/** @param to The port of 127.0.0.1 that every tunnel leads to; without one it is refused. */
export async function startProxy(to?: () => number): Promise<TunnelProxy> {
  const asked: string[] = [];
  const server = createServer();
  server.on('connect', (request, socket) => {
    asked.push(String(request.url));
    const port = to?.();
    if (port === undefined) {
      socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n');
      return;
    }
    const onward = connect(port, '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 Connection Established\r\n\r\n');
      onward.pipe(socket).pipe(onward);
    });
    onward.on('error', () => socket.destroy());
    socket.on('error', () => onward.destroy());
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}
