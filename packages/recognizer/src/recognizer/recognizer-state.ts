import { ModelRecognizer } from './model-recognizer.ts';
import { partsFromState } from './parts-from-state.ts';
import type { Recognizer } from './recognizer.ts';
import type { RecognizerState } from './state-of-parts.ts';

/** The recogniser of what `stateOfParts` gave. It recognises as the first one does. */
export function recognizerFromState(state: RecognizerState): Recognizer {
  const { model, voice } = partsFromState(state);
  return new ModelRecognizer(model, voice);
}
