import { nextTask } from '../util/next-task.ts';
import type { Engine } from './engine.ts';
import type { Timers } from './environment.ts';
import {
  type Chunk,
  type ScoreWindow,
  type SessionEvent,
  type SessionOptions,
  WindowSession,
} from './window-session.ts';

/** Scores in the calling thread. */
export class LocalEngine implements Engine {
  readonly thread = 'caller';
  readonly #session: WindowSession;
  #port: MessagePort | undefined;

  constructor(
    score: ScoreWindow,
    options: SessionOptions,
    tell: (event: SessionEvent) => void,
    timers: Timers,
  ) {
    // The thread has other work, which would wait for the last window of a long sound.
    const scoreLater: ScoreWindow = async (window, given) => {
      await nextTask();
      return score(window, given);
    };
    this.#session = new WindowSession(scoreLater, options, tell, timers.now);
  }

  connect(port: MessagePort): void {
    this.#port = port;
    port.onmessage = ({ data }) => void this.#session.push(data);
  }

  push(chunk: Chunk): Promise<void> {
    return this.#session.push(chunk);
  }

  want(): void {
    this.#session.want();
  }

  end(): void {
    this.#session.end();
  }

  close(): void {
    this.#port?.close();
    this.#session.close();
  }
}
