/** A request that was made, and how to answer it. */
export interface FakeRequest {
  url: string;
  headers: Readonly<Record<string, string>>;
  signal: AbortSignal;
}

/** Answers request number `i`, from 0; undefined where the server answers well. */
export type Answer = (i: number, request: FakeRequest) => Response | Promise<Response> | undefined;

/** In place of `fetch`: no connection, no time. */
export interface FakeFetch {
  fetch: (url: string, init: RequestInit) => Promise<Response>;
  requests: FakeRequest[];
}

export function fakeFetch(content: Uint8Array, answer: Answer = () => undefined): FakeFetch {
  const requests: FakeRequest[] = [];
  const fetch = async (url: string, init: RequestInit): Promise<Response> => {
    const headers = Object.fromEntries(new Headers(init.headers));
    const request = { url, headers, signal: init.signal as AbortSignal };
    requests.push(request);
    return (await answer(requests.length - 1, request)) ?? rangeOf(content, request);
  };
  return { fetch, requests };
}

/** A good answer, or its first bytes, as if the connection had ended behind them. */
export function rangeOf(
  content: Uint8Array,
  { headers }: FakeRequest,
  bytes: number = content.length,
): Response {
  const start = Number(/^bytes=(\d+)-$/.exec(headers.range ?? '')?.[1] ?? 0);
  const body = content.slice(start, start + bytes);
  const range = `bytes ${start}-${content.length - 1}/${content.length}`;
  if (headers.range === undefined) return new Response(body);
  return new Response(body, { status: 206, headers: { 'content-range': range } });
}

/** A body whose pieces the test hands over one by one. */
export interface OpenBody {
  body: ReadableStream<Uint8Array>;
  send(piece: Uint8Array): void;
  end(): void;
}

export function openBody(signal?: AbortSignal): OpenBody {
  let controller: ReadableStreamDefaultController<Uint8Array> | undefined;
  const body = new ReadableStream<Uint8Array>({
    start(given) {
      controller = given;
      signal?.addEventListener('abort', () => given.error(signal.reason));
    },
  });
  return {
    body,
    send: (piece) => controller?.enqueue(piece),
    end: () => controller?.close(),
  };
}
