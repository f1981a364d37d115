import type { OptionNames } from '@ser/internal';
import type { FileStore } from '../stores/file-store.ts';
import type { Callback } from '../training/callback.ts';
import { historyCsv } from '../training/history-csv.ts';
import { checkCallbackState } from '../util/check-callback-state.ts';
import { checkFileName } from '../util/check-file-name.ts';
import { checkOptions } from '../util/check-options.ts';
import { checkStore } from '../util/check-store.ts';

/** The options of `csvLogger`. */
export interface CsvLoggerOptions {
  /** The store to write to. */
  to: FileStore;
  /** Name of the file in the store. Default `'history.csv'`. */
  file?: string;
  /** Adds the epochs to a file that is there, instead of replacing it. Default false. */
  append?: boolean;
}

const OPTIONS: OptionNames<CsvLoggerOptions> = { to: true, file: true, append: true };

type State = { text: string };

/**
 * Writes the figures of each epoch to a CSV file as soon as it ends: Keras' `CSVLogger`, with its
 * columns. Each time the whole file is replaced, so that no reader sees half a line. In a resumed
 * run it holds the earlier epochs too, even without `append`.
 *
 * @throws {ModelError} `bad-argument`.
 */
export function csvLogger(options: CsvLoggerOptions): Callback {
  const { to, file = 'history.csv', append = false } = checkOptions('csvLogger', options, OPTIONS);
  checkStore('csvLogger', 'to', to);
  checkFileName('csvLogger', 'file', file);
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
      checkCallbackState('csvLogger', typeof saved.text === 'string');
      ({ text } = saved);
    },
  };
}
