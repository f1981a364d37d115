import { ModelError } from '../model-error.ts';
import type { ArtifactSource, ArtifactStore } from '../stores/file-store.ts';
import type { Callback, CallbackState } from '../training/callback.ts';
import { historyCsv } from '../training/history-csv.ts';

/** Options of {@link csvLogger}. */
export interface CsvLoggerOptions {
  to: ArtifactStore;
  /** Name of the file in the store. */
  file?: string;
  /** Adds the epochs to a file that is there, instead of replacing it. */
  append?: boolean;
}

/**
 * Writes the figures of each epoch to a CSV file as soon as it ends: Keras' `CSVLogger`, with its columns. The file is
 * replaced as a whole each time, so that nobody sees half a line. In a resumed run it holds the epochs before, too,
 * without `append`.
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
      text = append ? await readText(to, file) : '';
    },
    async onEpochEnd(logs) {
      const csv = historyCsv([logs]);
      text += text === '' ? csv : csv.slice(csv.indexOf('\n') + 1);
      await to.write(file, new TextEncoder().encode(text));
    },
    getState: () => ({ text }),
    setState(saved: CallbackState) {
      ({ text } = saved as { text: string });
    },
  };
}

/** A file's text; empty when there is none. */
async function readText(store: ArtifactSource, file: string): Promise<string> {
  try {
    return new TextDecoder().decode(await store.read(file));
  } catch (error) {
    if (ModelError.isInstance(error) && error.code === 'artifact-missing') return '';
    throw error;
  }
}
