import { loadRecognizer, type Recognizer, type VoiceJson } from '@ser/recognizer';

let plain: Promise<Recognizer> | undefined;
let bound: { readonly voice: string; readonly loading: Promise<Recognizer> } | undefined;

/**
 * The worker's recogniser; its weights are read once.
 *
 * @param voice The voice that it is calibrated to. The last one stays loaded. Default: none.
 */
export function recognizer(voice?: VoiceJson): Promise<Recognizer> {
  if (!voice) {
    plain ??= loadRecognizer();
    return plain;
  }
  const text = JSON.stringify(voice);
  if (bound?.voice !== text) bound = { voice: text, loading: loadRecognizer({ voice }) };
  return bound.loading;
}
