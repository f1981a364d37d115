import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Draws an element anew where its size changes, or the page's colours: light, dark or forced. */
export class Redraws implements ReactiveController {
  readonly #host: Element;
  readonly #draw: () => void;
  readonly #resize: ResizeObserver;
  readonly #schemes: readonly MediaQueryList[] = [
    '(prefers-color-scheme: dark)',
    '(forced-colors: active)',
  ].map((query) => matchMedia(query));

  constructor(host: ReactiveControllerHost & Element, draw: () => void) {
    this.#host = host;
    this.#draw = draw;
    this.#resize = new ResizeObserver(draw);
    host.addController(this);
  }

  hostConnected(): void {
    this.#resize.observe(this.#host);
    for (const scheme of this.#schemes) scheme.addEventListener('change', this.#draw);
  }

  hostDisconnected(): void {
    this.#resize.disconnect();
    for (const scheme of this.#schemes) scheme.removeEventListener('change', this.#draw);
  }
}
