import type { Chunk, SessionEvent, SessionOptions } from './window-session.ts';

/** What the page tells the worker. */
export type ToWorker =
  /** `state` is what a recogniser is made from. */
  | { type: 'start'; state: object; options: SessionOptions }
  | { type: 'connect'; port: MessagePort }
  | { type: 'push'; chunk: Chunk }
  | { type: 'want' }
  | { type: 'end' };

/** What the worker tells the page. */
export type FromWorker =
  | { type: 'ready' }
  /** The next chunk may come. */
  | { type: 'taken' }
  | Exclude<SessionEvent, { type: 'error' }>
  /** `code` is there for errors of this package. */
  | { type: 'error'; code?: string; message: string };
