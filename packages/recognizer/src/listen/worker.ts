import { partsFromState } from '../recognizer/parts-from-state.ts';
import { scorerOf } from '../recognizer/scorer-of.ts';
import type { RecognizerState } from '../recognizer/state-of-parts.ts';
import { scoreWindow } from '../windows/score-window.ts';
import { type MessageScope, serveSession } from './serve-session.ts';
import type { ScoreWindow } from './window-session.ts';

/**
 * Scores as the recogniser that the state is of. It makes no recogniser, which could open a worker of
 * its own: Turbopack never ends with a worker that leads to itself.
 */
function restore(state: object): ScoreWindow {
  const { model, voice } = partsFromState(state as RecognizerState);
  const scorer = scorerOf(model, voice);
  return (window, options) =>
    scoreWindow(window, (audio) => scorer.score('listen', audio, options));
}

// A worker's global scope, which the types of pages do not describe.
serveSession(globalThis as unknown as MessageScope, restore);
