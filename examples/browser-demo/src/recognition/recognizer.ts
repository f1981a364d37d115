import { loadRecognizer, type Recognizer } from '@ser/recognizer';

let loading: Promise<Recognizer> | undefined;

/** The worker's recogniser; its weights are read once. */
export function recognizer(): Promise<Recognizer> {
  loading ??= loadRecognizer();
  return loading;
}
