import { RecognizerError, type RecognizerErrorCode } from '../recognizer-error.ts';
import type { Engine } from './engine.ts';
import type { Chunk, SessionEvent, SessionOptions } from './window-session.ts';
import type { FromWorker, ToWorker } from './worker-messages.ts';

/** Scores in a worker. */
export class WorkerEngine implements Engine {
  readonly thread = 'worker';
  readonly #worker: Worker;
  #taken: (() => void) | undefined;
  #port: MessagePort | undefined;

  private constructor(worker: Worker) {
    this.#worker = worker;
  }

  /**
   * Starts a session in a worker.
   *
   * @returns When it is ready.
   * @throws An error of any kind if the worker does not load or the state cannot be cloned; the
   *   worker is gone then.
   */
  static open(
    worker: Worker,
    state: object,
    options: SessionOptions,
    tell: (event: SessionEvent) => void,
  ): { engine: WorkerEngine; ready: Promise<void> } {
    const engine = new WorkerEngine(worker);
    const ready = new Promise<void>((resolve, reject) => {
      let isReady = false;
      const fail = (error: unknown): void => {
        if (isReady) tell({ type: 'error', error });
        else reject(error);
      };
      worker.onmessage = ({ data }: MessageEvent<FromWorker>) => {
        if (data.type === 'ready') {
          isReady = true;
          resolve();
        } else if (data.type === 'taken') {
          engine.#taken?.();
        } else if (data.type === 'error') {
          fail(toError(data));
        } else tell(data);
      };
      worker.onerror = (event) => {
        // Else the page reports it too.
        event.preventDefault?.();
        const text = event.message ? `: ${event.message}` : '';
        fail(new RecognizerError('lost-worker', `listen: the worker does not run${text}`));
      };
      worker.onmessageerror = () => {
        fail(new RecognizerError('lost-worker', 'listen: the worker gave what cannot be read'));
      };
      engine.#post({ type: 'start', state, options });
    });
    return { engine, ready };
  }

  connect(port: MessagePort): void {
    this.#port = port;
    this.#post({ type: 'connect', port }, [port]);
  }

  push(chunk: Chunk): Promise<void> {
    return new Promise((resolve) => {
      this.#taken = resolve;
      // A copy: the page keeps its own, which may be a part of a long sound.
      const samples = chunk.samples.slice();
      this.#post({ type: 'push', chunk: { ...chunk, samples } }, [samples.buffer]);
    });
  }

  want(): void {
    this.#post({ type: 'want' });
  }

  end(): void {
    this.#post({ type: 'end' });
  }

  close(): void {
    const worker = this.#worker;
    worker.onmessage = null;
    worker.onerror = null;
    worker.onmessageerror = null;
    worker.terminate();
    this.#port?.close();
    this.#taken?.();
  }

  #post(message: ToWorker, transfer: Transferable[] = []): void {
    this.#worker.postMessage(message, transfer);
  }
}

function toError({ code, message }: { code?: string; message: string }): Error {
  if (code === undefined) return new Error(message);
  return new RecognizerError(code as RecognizerErrorCode, message);
}
