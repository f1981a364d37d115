import { RecognizerError } from '../recognizer-error.ts';
import type { Engine } from './engine.ts';
import type { Environment } from './environment.ts';
import type { ListenOptions } from './listen-options.ts';
import { LocalEngine } from './local-engine.ts';
import type { WorkerLike } from './media-stream.ts';
import type { ScoreWindow, SessionEvent, SessionOptions } from './window-session.ts';
import { WorkerEngine } from './worker-engine.ts';

/** What is needed of a recogniser. */
export interface WindowScorer {
  readonly score: ScoreWindow;
  /** What a worker makes the same scorer from; undefined where it cannot be cloned. */
  state(): object | undefined;
  /** Throws where the recogniser was disposed. */
  check(): void;
}

/**
 * A worker that scores, or this thread where there is none: no Worker in this environment or its
 * file does not load, a model or an option that cannot be cloned, or `worker: false`.
 *
 * @param onWorker Takes what ends the worker, which is there before it is ready.
 * @throws RecognizerError `lost-worker` if a worker that was asked for does not load.
 */
export async function openEngine(
  scorer: WindowScorer,
  worker: ListenOptions['worker'],
  options: SessionOptions,
  tell: (event: SessionEvent) => void,
  environment: Environment,
  onWorker: (engine: Engine) => void,
): Promise<Engine> {
  const local = (): Engine => new LocalEngine(scorer.score, options, tell, environment);
  const isLocal = worker === false || typeof options.speech === 'function';
  const state = isLocal ? undefined : scorer.state();
  if (worker === false || state === undefined) return local();
  const opened = worker === undefined ? environment.openWorker() : open(worker, environment);
  if (opened === undefined) return local();
  const { engine, ready } = WorkerEngine.open(opened, state, options, tell);
  onWorker(engine);
  try {
    await ready;
    return engine;
  } catch (cause) {
    engine.close();
    // The name of what `postMessage` throws.
    if (Object(cause).name === 'DataCloneError') return local();
    if (!RecognizerError.isInstance(cause) || cause.code !== 'lost-worker') throw cause;
    if (worker === undefined) return local();
    throw lostWorker(cause);
  }
}

function open(worker: URL | string | (() => WorkerLike), environment: Environment): Worker {
  try {
    return typeof worker === 'function' ? (worker() as Worker) : environment.openWorkerAt(worker);
  } catch (cause) {
    throw lostWorker(cause);
  }
}

function lostWorker(cause: unknown): RecognizerError {
  const text =
    'listen: the `worker` that was given does not start; it must be @ser/recognizer/worker, ' +
    'bundled with all that it imports';
  return new RecognizerError('lost-worker', text, { cause });
}
