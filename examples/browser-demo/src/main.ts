import { workOffline } from './offline/work-offline.ts';
import { warmUp } from './voice/warm-up.ts';

/** The views by their names in the address; each module defines the element `NAME-view`. */
const VIEWS: Record<string, () => Promise<unknown>> = {
  files: () => import('./files/files-view.ts'),
  live: () => import('./live/live-view.ts'),
  voice: () => import('./voice/voice-view.ts'),
  train: () => import('./train/train-view.ts'),
  about: () => import('./about/about-view.ts'),
};
const FIRST = 'files';

const main = document.querySelector('main') as HTMLElement;
const problem = document.querySelector('#problem') as HTMLElement;
const links = [...document.querySelectorAll<HTMLAnchorElement>('nav a')];

const viewOf = (hash: string): string => {
  const name = hash.replace(/^#\/?/, '');
  return Object.hasOwn(VIEWS, name) ? name : FIRST;
};

/** Shows a view. Those that were open before stay as they are, hidden. */
async function show(name: string): Promise<void> {
  for (const link of links) {
    const isCurrent = viewOf(link.hash) === name;
    if (isCurrent) link.setAttribute('aria-current', 'page');
    else link.removeAttribute('aria-current');
    if (!isCurrent) continue;
    document.title = `${link.textContent} · Emotion in a voice`;
    main.ariaLabel = link.textContent;
  }
  try {
    await VIEWS[name]();
  } catch {
    if (viewOf(location.hash) === name) fail();
    return;
  }
  // Another one was asked for while this one was loaded.
  if (viewOf(location.hash) !== name) return;
  const tag = `${name}-view`;
  for (const view of main.children) {
    if (view instanceof HTMLElement) view.hidden = view.localName !== tag;
  }
  if (!main.querySelector(tag)) main.append(document.createElement(tag));
}

/** Says that a view's files are not to be had. */
function fail(): void {
  for (const view of main.children) if (view instanceof HTMLElement) view.hidden = true;
  problem.hidden = false;
  problem.textContent = navigator.onLine
    ? 'This view could not be loaded. There may be a newer version of the page: reload it.'
    : 'There is no network, and this view was not kept on this device yet.';
}

// In the address it would take the place of the view.
document.querySelector('.skip')?.addEventListener('click', (event) => {
  event.preventDefault();
  main.focus();
});
addEventListener('hashchange', () => {
  void show(viewOf(location.hash));
  main.focus({ preventScroll: true });
});
await show(viewOf(location.hash));
// The weights are read while people look for a file.
void warmUp();
workOffline();
