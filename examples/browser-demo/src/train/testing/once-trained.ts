import type { Page } from 'playwright-core';

/**
 * Has the page itself press Stop, or reload, once so many epochs of a run are done that is still to
 * begin. A run of a second may be over before a test on a busy machine has heard of its first epoch,
 * and a test that waits for its Stop then waits for ever.
 */
export async function onceTrained(
  page: Page,
  epochs: number,
  what: 'stop' | 'reload',
): Promise<void> {
  await page.evaluate(
    (wanted) => {
      const timer = setInterval(() => {
        let root: ShadowRoot | null | undefined;
        for (const name of ['train-view', 'kept-run-card', 'progress-panel']) {
          root = (root ?? document).querySelector(name)?.shadowRoot;
          if (!root) return;
        }
        const stop = root?.querySelector('button');
        if (!root || !stop || root.querySelectorAll('tbody tr').length < wanted.epochs) return;
        if (wanted.what === 'stop') {
          // Nobody can press what lies under something else.
          stop.scrollIntoView({ block: 'center' });
          const { x, y, width, height } = stop.getBoundingClientRect();
          if (root.elementFromPoint(x + width / 2, y + height / 2) !== stop) return;
        }
        clearInterval(timer);
        if (wanted.what === 'stop') stop.click();
        else location.reload();
      }, 5);
    },
    { epochs, what },
  );
}
