import type { VoiceJson } from '@ser/recognizer';
import { complaintOf } from '../parts/complaint-of.ts';
import type { PickedFile } from '../parts/picked-files.ts';
import type { RecognitionClient } from '../recognition/recognition.ts';
import { soundInputOf } from '../recognition/sound-input-of.ts';
import type { FileEntry } from './file-entry.ts';

/** How many files are worked on at once, so that a long one holds up no other. */
const AT_ONCE = 2;

/** The files that were given to the page, and what was heard in them. It sends `change`. */
export class HeardFiles extends EventTarget {
  readonly #client: RecognitionClient;
  readonly #voice: () => VoiceJson | undefined;
  #entries: readonly FileEntry[] = [];
  #aborts = new Map<number, AbortController>();
  #next = 1;

  /** @param voice Gives the voice to hear with. Default: none. */
  constructor(client: RecognitionClient, voice: () => VoiceJson | undefined = () => undefined) {
    super();
    this.#client = client;
    this.#voice = voice;
  }

  get entries(): readonly FileEntry[] {
    return this.#entries;
  }

  /** Adds files at the end. @returns Their entries. */
  add(
    picked: Iterable<PickedFile>,
    { synthetic = false }: { synthetic?: boolean } = {},
  ): FileEntry[] {
    const added = Array.from(
      picked,
      ({ file, path }): FileEntry => ({
        id: this.#next++,
        name: path,
        file,
        url: URL.createObjectURL(file),
        state: 'waiting',
        analysis: {},
        error: '',
        calibrated: false,
        synthetic,
      }),
    );
    this.#set([...this.#entries, ...added]);
    this.#work();
    return added;
  }

  remove(id: number): void {
    const entry = this.#entries.find((one) => one.id === id);
    if (!entry) return;
    this.#set(this.#entries.filter((one) => one !== entry));
    this.#aborts.get(id)?.abort(new Error('The file was removed.'));
    this.#aborts.delete(id);
    release(entry);
    this.#work();
  }

  removeAll(): void {
    for (const abort of this.#aborts.values()) abort.abort(new Error('The files were removed.'));
    this.#aborts.clear();
    this.#entries.forEach(release);
    this.#set([]);
  }

  /** Hears all of them once more, as when the voice is another. */
  hearAgain(): void {
    for (const abort of this.#aborts.values()) abort.abort(new Error('It is heard again.'));
    this.#aborts.clear();
    const again = { state: 'waiting', analysis: {}, error: '' } as const;
    this.#set(this.#entries.map((entry) => ({ ...entry, ...again })));
    this.#work();
  }

  #set(entries: readonly FileEntry[]): void {
    this.#entries = entries;
    this.dispatchEvent(new Event('change'));
  }

  #change(id: number, fields: Partial<FileEntry>): void {
    this.#set(this.#entries.map((one) => (one.id === id ? { ...one, ...fields } : one)));
  }

  #work(): void {
    while (this.#aborts.size < AT_ONCE) {
      const next = this.#entries.find(({ state }) => state === 'waiting');
      if (!next) return;
      void this.#analyse(next);
    }
  }

  async #analyse({ id, file }: FileEntry): Promise<void> {
    const abort = new AbortController();
    const { signal } = abort;
    this.#aborts.set(id, abort);
    const voice = this.#voice();
    this.#change(id, { state: 'reading', calibrated: voice !== undefined });
    let known: FileEntry['analysis'] = {};
    try {
      const { input, transfer } = await soundInputOf(file, this.#client, signal);
      known = await this.#client.run(
        'analyse',
        { ...input, voice },
        {
          signal,
          transfer,
          onProgress: (progress) => {
            known = { ...known, ...progress };
            this.#change(id, { analysis: known });
          },
        },
      );
      this.#change(id, { state: 'done', analysis: known });
    } catch (error) {
      // It was removed, or begins anew.
      if (signal.aborted) return;
      this.#change(id, { state: 'failed', error: complaintOf(error) });
    }
    this.#aborts.delete(id);
    this.#work();
  }
}

/** Lets go of a file, once its player has. */
function release({ url }: FileEntry): void {
  setTimeout(() => URL.revokeObjectURL(url));
}
