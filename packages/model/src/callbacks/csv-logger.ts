import type { FileStore } from '../stores/file-store.ts';
import type { Callback } from '../training/callback.ts';
import { historyCsv } from '../training/history-csv.ts';

/** The options of `csvLogger`. */
export interface CsvLoggerOptions {
  /** The store to write to. */
  to: FileStore;
  /** Name of the file in the store. Default `'history.csv'`. */
  file?: string;
  /** Adds the epochs to a file that is there, instead of replacing it. Default false. */
  append?: boolean;
}

type State = { text: string };

/**
 * Writes the figures of each epoch to a CSV file as soon as it ends: Keras' `CSVLogger`, with its
 * columns. Each time the whole file is replaced, so that no reader sees half a line. In a resumed
 * run it holds the earlier epochs too, even without `append`.
 */
export function csvLogger({
  to,
  file = 'history.csv',
  append = false,
}: CsvLoggerOptions): Callback {
  let text = '';
  return {
    name: 'csvLogger',
    async onTrainBegin() {
      const old = append ? await to.read(file) : undefined;
      text = old ? new TextDecoder().decode(old) : '';
    },
    async onEpochEnd(logs) {
      const csv = historyCsv([logs]);
      text += text === '' ? csv : csv.slice(csv.indexOf('\n') + 1);
      await to.write(file, new TextEncoder().encode(text));
    },
    getState: (): State => ({ text }),
    setState(saved: State) {
      ({ text } = saved);
    },
  };
}
