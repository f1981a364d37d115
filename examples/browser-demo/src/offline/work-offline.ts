/// <reference types="vite/client" />

/** Lets the built site work without a network from its second visit on. */
export function workOffline(): void {
  // While the site is developed, a copy that is kept would only be an old one.
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return;
  const begin = () =>
    void register().catch(() => {
      // Private windows and some hosts allow none; the page needs the network then.
    });
  if (document.readyState === 'complete') begin();
  else addEventListener('load', begin, { once: true });
}

async function register(): Promise<void> {
  const { serviceWorker } = navigator;
  const { waiting } = await serviceWorker.register('./service-worker.js');
  if (!waiting) return;
  // A newer release was found during an earlier visit. Nothing has been done in this page yet.
  serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true });
  waiting.postMessage('take-over');
}
