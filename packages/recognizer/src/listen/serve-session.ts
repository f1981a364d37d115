import { RecognizerError } from '../recognizer-error.ts';
import { type ScoreWindow, type SessionEvent, WindowSession } from './window-session.ts';
import type { FromWorker, ToWorker } from './worker-messages.ts';

/** What a worker's scope and a port have in common. */
export interface MessageScope {
  onmessage: ((event: MessageEvent<ToWorker>) => void) | null;
  postMessage(message: FromWorker): void;
}

/**
 * Answers the page's messages: the whole of the worker.
 *
 * @param restore Makes a recogniser from the state that the page sent.
 */
export function serveSession(scope: MessageScope, restore: (state: object) => ScoreWindow): void {
  let session: WindowSession | undefined;
  const tell = (event: SessionEvent): void => {
    scope.postMessage(event.type === 'error' ? describeError(event.error) : event);
  };
  scope.onmessage = ({ data }) => {
    try {
      if (data.type === 'start') {
        session = new WindowSession(restore(data.state), data.options, tell, () => Date.now());
        scope.postMessage({ type: 'ready' });
      } else if (data.type === 'connect') {
        data.port.onmessage = (event) => void session?.push(event.data);
      } else if (data.type === 'push') {
        session?.push(data.chunk).then(() => scope.postMessage({ type: 'taken' }));
      } else if (data.type === 'want') {
        session?.want();
      } else {
        session?.end();
      }
    } catch (error) {
      tell({ type: 'error', error });
    }
  };
}

function describeError(error: unknown): FromWorker {
  const message = String(Object(error).message ?? error);
  const code = RecognizerError.isInstance(error) ? error.code : undefined;
  return { type: 'error', code, message };
}
