/// <reference types="vite/client" />

/** Lets the built site work without a network from its second visit on. */
export function workOffline(): void {
  // While the site is developed, a copy that is kept would only be an old one.
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return;
  const register = () =>
    void navigator.serviceWorker.register('./service-worker.js').catch(() => {
      // Private windows and some hosts allow none; the page needs the network then.
    });
  if (document.readyState === 'complete') register();
  else addEventListener('load', register, { once: true });
}
