import type { VoiceJson } from '@ser/recognizer';

const KEY = 'ser-voice';
const USED = 'ser-voice-used';

/** A voice as it is kept. */
export interface KeptVoice {
  readonly voice: VoiceJson;
  /** Seconds of speech that were heard of it. */
  readonly seconds: number;
}

/** Where texts are kept, such as `localStorage`. */
export type TextStore = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** The visitor's voice on this device, and whether it is used. It sends `change`. */
export class VoiceKeeper extends EventTarget {
  readonly #store: () => TextStore;
  #kept: KeptVoice | undefined;
  #isUsed = false;

  /** @param store Gives the store; browsers that forbid it throw. */
  constructor(store: () => TextStore) {
    super();
    this.#store = store;
    this.reload();
  }

  /** The names that it keeps under. */
  get keys(): readonly string[] {
    return [KEY, USED];
  }

  get kept(): KeptVoice | undefined {
    return this.#kept;
  }

  /** Whether the recogniser is to use it. */
  get isUsed(): boolean {
    return this.#isUsed && this.#kept !== undefined;
  }

  /** The voice, where it is used. */
  get used(): VoiceJson | undefined {
    return this.isUsed ? this.#kept?.voice : undefined;
  }

  /** @returns Whether it is kept beyond this page too. */
  keep(kept: KeptVoice): boolean {
    this.#kept = kept;
    this.#isUsed = true;
    const isStored =
      this.#try((store) => {
        store.setItem(KEY, JSON.stringify(kept));
        store.setItem(USED, 'yes');
        return true;
      }) ?? false;
    this.#tell();
    return isStored;
  }

  use(isUsed: boolean): void {
    this.#isUsed = isUsed;
    this.#try((store) => store.setItem(USED, isUsed ? 'yes' : 'no'));
    this.#tell();
  }

  erase(): void {
    this.#kept = undefined;
    this.#isUsed = false;
    this.#try((store) => {
      store.removeItem(KEY);
      store.removeItem(USED);
    });
    this.#tell();
  }

  /** Reads what is kept, as when another tab has changed it. */
  reload(): void {
    const text = this.#try((store) => store.getItem(KEY));
    this.#kept = text ? parsed(text) : undefined;
    this.#isUsed = this.#try((store) => store.getItem(USED)) === 'yes';
    this.#tell();
  }

  #try<T>(work: (store: TextStore) => T): T | undefined {
    try {
      return work(this.#store());
    } catch {
      // Private windows may have no store, or a full one. The voice is then this page's alone.
      return undefined;
    }
  }

  #tell(): void {
    this.dispatchEvent(new Event('change'));
  }
}

/** The recogniser checks the voice itself when it is given it. */
function parsed(text: string): KeptVoice | undefined {
  try {
    const { voice, seconds } = JSON.parse(text);
    return typeof voice === 'object' && voice
      ? { voice, seconds: Number(seconds) || 0 }
      : undefined;
  } catch {
    return undefined;
  }
}
