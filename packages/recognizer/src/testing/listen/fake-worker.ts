import { serveSession } from '../../listen/serve-session.ts';
import type { ScoreWindow } from '../../listen/window-session.ts';

/** A worker in this thread, with what a page sees of one. */
export class FakeWorker {
  onmessage: ((event: MessageEvent) => void) | null = null;
  onerror: ((event: ErrorEvent) => void) | null = null;
  onmessageerror: (() => void) | null = null;
  isTerminated = false;
  readonly #channel = new MessageChannel();

  /** @param restore What the worker's file does with the state; without it, it never answers. */
  constructor(restore?: (state: object) => ScoreWindow) {
    const { port1, port2 } = this.#channel;
    port1.onmessage = (event) => this.onmessage?.(event);
    if (restore) serveSession(port2 as unknown as Parameters<typeof serveSession>[0], restore);
  }

  postMessage(message: unknown, transfer: Transferable[] = []): void {
    this.#channel.port1.postMessage(message, transfer);
  }

  terminate(): void {
    this.isTerminated = true;
    this.#channel.port1.close();
  }
}
