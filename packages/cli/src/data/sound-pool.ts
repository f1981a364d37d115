import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { Tinypool } from 'tinypool';
import {
  type FingerprintedSound,
  fingerprintSound,
  SOUND_WORKER,
  type Sound,
} from './fingerprint-sound.ts';

/** So many sounds take as long as workers take to start. */
const ALONE = 32;
/** Whether workers wait asleep, which is faster; in Deno they never hear of what they were sent. */
const SLEEPS = !('Deno' in globalThis);
/** How many sounds wait for each worker, so that none is idle. */
const QUEUED = 4;
/** The modules that read sounds; workers are told where they are. */
const MODULES = [
  import.meta.resolve('@ser/corpus'),
  import.meta.resolve('@ser/corpus/node'),
] as const;

/** Describes sounds: the first few on this thread, further ones on worker threads. */
export class SoundPool {
  readonly #workers: number;
  #described: number = 0;
  #pool: Tinypool | undefined;

  /** @param workers Threads at most. Default: the processors that this process may use. */
  constructor(workers: number = availableParallelism()) {
    this.#workers = workers;
  }

  /** How many sounds should be under way. */
  get atOnce(): number {
    return this.#isAlone ? 1 : this.#workers * QUEUED;
  }

  /** What a sound is found again by. The worker has its bytes then. */
  run(file: string, bytes: Uint8Array): Promise<FingerprintedSound> {
    const sound: Sound = { file, bytes, modules: MODULES };
    if (this.#isAlone) {
      this.#described++;
      return fingerprintSound(sound);
    }
    this.#pool ??= new Tinypool({
      filename: fileURLToPath(SOUND_WORKER),
      minThreads: this.#workers,
      maxThreads: this.#workers,
      useAtomics: SLEEPS,
    });
    return this.#pool.run(sound, { name: fingerprintSound.name });
  }

  get #isAlone(): boolean {
    return this.#workers === 1 || this.#described < ALONE;
  }

  /** Stops the workers, whatever they do. */
  async destroy(): Promise<void> {
    await this.#pool?.destroy();
  }
}
