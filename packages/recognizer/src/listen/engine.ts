import type { Chunk } from './window-session.ts';

/** Where windows are cut and scored. */
export interface Engine {
  readonly thread: 'worker' | 'caller';
  /** Takes the samples that the worklet posts to this port. */
  connect(port: MessagePort): void;
  /**
   * Takes the samples that follow.
   *
   * @returns When the next may come.
   */
  push(chunk: Chunk): Promise<void>;
  /** Asks for one more window. */
  want(): void;
  /** Says that no more samples come. */
  end(): void;
  /** Ends all at once, and releases it. */
  close(): void;
}
