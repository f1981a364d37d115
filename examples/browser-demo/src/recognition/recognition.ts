import { RecognitionClient } from './recognition-client.ts';

let client: RecognitionClient | undefined;

/** The recogniser that all views share. */
export function recognition(): RecognitionClient {
  client ??= new RecognitionClient(
    () => new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' }),
  );
  return client;
}
