import { TrainClient } from './work/train-client.ts';

let client: TrainClient | undefined;

/** The worker that all parts of the view share. */
export function training(): TrainClient {
  client ??= new TrainClient();
  return client;
}
