import { recognizerFromState } from '../recognizer/recognizer-state.ts';
import type { RecognizerState } from '../recognizer/state-of-parts.ts';
import { scoreWindow } from '../windows/score-window.ts';
import { type MessageScope, serveSession } from './serve-session.ts';
import type { ScoreWindow } from './window-session.ts';

/** Scores as the recogniser that the state is of. */
function restore(state: object): ScoreWindow {
  const recognizer = recognizerFromState(state as RecognizerState);
  return (window, options) => scoreWindow(window, (audio) => recognizer.recognize(audio, options));
}

// A worker's global scope, which the types of pages do not describe.
serveSession(globalThis as unknown as MessageScope, restore);
