/** Tells the service worker that somebody may train: it keeps training's files, too. */
export async function keepTraining(): Promise<void> {
  if (!('serviceWorker' in navigator)) return;
  // Where no service worker is registered, this waits for good.
  const { active } = await navigator.serviceWorker.ready;
  active?.postMessage('keep-training');
}
