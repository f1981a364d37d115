// Keeps the whole site, so that it works without a network. It also gives every answer the headers
// that a static host may not be able to give: they isolate the page, which threads need, and hold
// the workers, on which the page's own <meta> has no say, to the same content security policy.

/** What is used of the scope of a service worker, which the types of pages lack. */
interface Scope {
  readonly registration: { readonly scope: string };
  readonly clients: { claim(): Promise<void> };
  skipWaiting(): Promise<void>;
  addEventListener(type: string, listener: (event: ServiceEvent) => void): void;
}
interface ServiceEvent {
  readonly request: Request;
  waitUntil(promise: Promise<unknown>): void;
  respondWith(response: Promise<Response>): void;
}

const scope = globalThis as unknown as Scope;
/** The build writes names and version in here. */
const FILES = '__FILES__'.split('\n');
const CACHE = 'ser-__VERSION__';

const HEADERS = {
  'content-security-policy':
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; " +
    "img-src 'self' blob: data:; media-src 'self' blob:; connect-src 'self'; " +
    "worker-src 'self' blob:; manifest-src 'self'; base-uri 'none'; form-action 'none'",
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-embedder-policy': 'require-corp',
};

scope.addEventListener('install', (event) => {
  event.waitUntil(keepFiles().then(() => scope.skipWaiting()));
});

scope.addEventListener('activate', (event) => {
  event.waitUntil(forgetOlder().then(() => scope.clients.claim()));
});

scope.addEventListener('fetch', (event) => {
  const { request } = event;
  if (request.method !== 'GET' || !request.url.startsWith(scope.registration.scope)) return;
  event.respondWith(answer(request));
});

async function keepFiles(): Promise<void> {
  const cache = await caches.open(CACHE);
  await cache.addAll(FILES.map((file) => new Request(file, { cache: 'no-cache' })));
}

async function forgetOlder(): Promise<void> {
  const older = (await caches.keys()).filter((key) => key.startsWith('ser-') && key !== CACHE);
  await Promise.all(older.map((key) => caches.delete(key)));
}

async function answer(request: Request): Promise<Response> {
  const wanted = request.mode === 'navigate' ? scope.registration.scope : request.url;
  const kept = await caches.match(wanted, { ignoreSearch: request.mode === 'navigate' });
  const response = kept ?? (await fetch(request));
  if (response.type === 'opaque' || response.status === 0) return response;
  const headers = new Headers(response.headers);
  for (const [name, value] of Object.entries(HEADERS)) headers.set(name, value);
  const { status, statusText } = response;
  return new Response(response.body, { status, statusText, headers });
}
