import type { VoiceJson } from '@ser/recognizer';

const KEY = 'ser-voice';
const USED = 'ser-voice-used';

/** A voice as it is kept. */
export interface KeptVoice {
  readonly voice: VoiceJson;
  /** Seconds of speech that were heard of it. */
  readonly seconds: number;
}

/** Where the voice is: on the device, or in the page alone, since the browser refuses or has no room. */
export type VoiceKeeping = 'device' | 'refused' | 'full';

/** Where texts are kept, such as `localStorage`. */
export type TextStore = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** The visitor's voice on this device, and whether it is used. It sends `change`. */
export class VoiceKeeper extends EventTarget {
  readonly #open: () => TextStore;
  #kept: KeptVoice | undefined;
  #isUsed = false;
  #keeping: VoiceKeeping = 'device';

  /** @param store Gives the store; browsers that forbid it throw. */
  constructor(store: () => TextStore) {
    super();
    this.#open = store;
    this.reload();
  }

  /** The names that it keeps under. */
  get keys(): readonly string[] {
    return [KEY, USED];
  }

  get kept(): KeptVoice | undefined {
    return this.#kept;
  }

  /** Where it is kept. */
  get keeping(): VoiceKeeping {
    return this.#keeping;
  }

  /** Whether the recogniser is to use it. */
  get isUsed(): boolean {
    return this.#isUsed && this.#kept !== undefined;
  }

  /** The voice, where it is used. */
  get used(): VoiceJson | undefined {
    return this.isUsed ? this.#kept?.voice : undefined;
  }

  /** Where the device does not take it, it is this page's alone until the next change. */
  keep(kept: KeptVoice): void {
    this.#kept = kept;
    this.#isUsed = true;
    this.#store(kept);
    this.#tell();
  }

  use(isUsed: boolean): void {
    this.#isUsed = isUsed;
    this.#store(this.#keeping === 'device' ? undefined : this.#kept);
    this.#tell();
  }

  /** @returns Whether nothing of it is left on the device, as far as the browser says. */
  erase(): boolean {
    const wasThere = this.#kept !== undefined && this.#keeping === 'device';
    this.#kept = undefined;
    this.#isUsed = false;
    const fault = this.#try((store) => {
      store.removeItem(KEY);
      store.removeItem(USED);
    });
    this.#keeping = 'device';
    this.#tell();
    return !(fault && wasThere);
  }

  /** Reads what is kept, as when another tab has changed it. */
  reload(): void {
    this.#kept = undefined;
    this.#isUsed = false;
    this.#try((store) => {
      this.#kept = parsed(store.getItem(KEY));
      this.#isUsed = store.getItem(USED) === 'yes';
    });
    this.#tell();
  }

  /** Stores whether it is used, and a voice where it is given one. */
  #store(kept: KeptVoice | undefined): void {
    const fault = this.#try((store) => {
      if (kept) store.setItem(KEY, JSON.stringify(kept));
      store.setItem(USED, this.#isUsed ? 'yes' : 'no');
    });
    if (!fault) this.#keeping = 'device';
    else this.#keeping = fault.name === 'QuotaExceededError' ? 'full' : 'refused';
  }

  /** @returns What the store threw: private windows may have none, or a full one. */
  #try(work: (store: TextStore) => void): Error | undefined {
    try {
      work(this.#open());
      return undefined;
    } catch (error) {
      return error as Error;
    }
  }

  #tell(): void {
    this.dispatchEvent(new Event('change'));
  }
}

/** The recogniser checks the voice itself when it is given it. */
function parsed(text: string | null): KeptVoice | undefined {
  if (!text) return undefined;
  try {
    const { voice, seconds } = JSON.parse(text);
    return typeof voice === 'object' && voice
      ? { voice, seconds: Number(seconds) || 0 }
      : undefined;
  } catch {
    return undefined;
  }
}
