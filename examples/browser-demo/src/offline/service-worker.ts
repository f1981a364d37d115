// Keeps the whole site, so that it works without a network; what only training needs, from when that
// view is first opened. A release is kept as a whole: a page goes on with the files of the one that it
// began with, and a newer one takes over when no page is open, or when the only one begins anew.
//
// It also gives every answer the headers that a static host may not be able to give: they isolate the
// page, which threads need, and hold the workers, on which the page's own <meta> has no say, to the
// same content security policy.

/** What is used of the scope of a service worker, which the types of pages lack. */
interface Scope {
  readonly registration: { readonly scope: string };
  readonly clients: {
    claim(): Promise<void>;
    matchAll(options: { includeUncontrolled: boolean }): Promise<readonly { url: string }[]>;
  };
  skipWaiting(): Promise<void>;
  addEventListener(type: string, listener: (event: ServiceEvent) => void): void;
}
interface ServiceEvent {
  readonly request: Request;
  readonly data: unknown;
  waitUntil(promise: Promise<unknown>): void;
  respondWith(response: Promise<Response>): void;
}

/** What keep-training.ts sends. A classic worker imports nothing. */
const KEEP_TRAINING = 'keep-training';

/** What work-offline.ts sends to the worker of a newer release. */
const TAKE_OVER = 'take-over';

const scope = globalThis as unknown as Scope;
/** The build writes names and version in here. */
const FILES = '__FILES__'.split('\n');
const TRAINING = '__TRAINING__'.split('\n');
/** The files that index.html names. */
const NAMED = '__NAMED__'.split('\n');
const CACHE = 'ser-__VERSION__';
const TRAINING_CACHE = 'ser-training-__VERSION__';

const HEADERS = {
  'content-security-policy':
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; " +
    "img-src 'self' blob: data:; media-src 'self' blob:; connect-src 'self'; " +
    "worker-src 'self' blob:; manifest-src 'self'; base-uri 'none'; form-action 'none'; " +
    "frame-ancestors 'none'",
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-embedder-policy': 'require-corp',
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
};

scope.addEventListener('install', (event) => {
  event.waitUntil(keepAll());
});

scope.addEventListener('message', (event) => {
  if (event.data === KEEP_TRAINING) event.waitUntil(keep(TRAINING_CACHE, TRAINING));
  if (event.data === TAKE_OVER) event.waitUntil(takeOver());
});

scope.addEventListener('activate', (event) => {
  event.waitUntil(forgetOlder().then(() => scope.clients.claim()));
});

scope.addEventListener('fetch', (event) => {
  const { request } = event;
  if (request.method !== 'GET' || !request.url.startsWith(scope.registration.scope)) return;
  event.respondWith(answer(request));
});

async function keep(name: string, files: readonly string[]): Promise<void> {
  const cache = await caches.open(name);
  if ((await cache.keys()).length > 0) return;
  // It puts all of them there, or none.
  await cache.addAll(files.map((file) => new Request(file, { cache: 'no-cache' })));
}

async function keepAll(): Promise<void> {
  const isTraining = (await caches.keys()).some((key) => key.startsWith('ser-training-'));
  await keep(CACHE, FILES);
  const index = await (await caches.match('./', { cacheName: CACHE }))?.text();
  if (!NAMED.every((name) => index?.includes(name))) {
    await caches.delete(CACHE);
    throw new Error('The site became another while it was read.');
  }
  if (isTraining) await keep(TRAINING_CACHE, TRAINING);
}

/** Other pages still need the files of the older release. */
async function takeOver(): Promise<void> {
  const pages = await scope.clients.matchAll({ includeUncontrolled: true });
  const own = pages.filter(({ url }) => url.startsWith(scope.registration.scope));
  if (own.length < 2) await scope.skipWaiting();
}

async function forgetOlder(): Promise<void> {
  const older = (await caches.keys()).filter(
    (key) => key.startsWith('ser-') && key !== CACHE && key !== TRAINING_CACHE,
  );
  await Promise.all(older.map((key) => caches.delete(key)));
}

async function answer(request: Request): Promise<Response> {
  const isPage = request.mode === 'navigate';
  const wanted = isPage ? scope.registration.scope : request.url;
  const response = (await kept(wanted)) ?? (await fetch(request));
  if (response.type === 'opaque' || response.status === 0) return response;
  const headers = new Headers(response.headers);
  for (const [name, value] of Object.entries(HEADERS)) headers.set(name, value);
  const { status, statusText } = response;
  return new Response(response.body, { status, statusText, headers });
}

/** From the files of this release alone. */
async function kept(url: string): Promise<Response | undefined> {
  for (const cacheName of [CACHE, TRAINING_CACHE]) {
    const found = await caches.match(url, { cacheName });
    if (found) return found;
  }
  return undefined;
}
