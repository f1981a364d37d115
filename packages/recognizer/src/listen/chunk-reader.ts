import type { Audio, Samples } from '../audio/audio.ts';
import { nextTask } from '../util/next-task.ts';
import { SourceIterator } from '../util/source-iterator.ts';
import { readChunk } from './read-chunk.ts';

/** Reads the chunks of a stream, checked, until the stream ends or the reader is closed. */
export class ChunkReader {
  readonly #source: SourceIterator;
  readonly #sampleRate: number | undefined;
  #isClosed = false;

  /** @param sampleRate The rate of chunks that are bare samples, in Hz. */
  constructor(chunks: AsyncIterable<Audio | Samples>, sampleRate: number | undefined) {
    this.#source = new SourceIterator('listen', 'stream', chunks);
    this.#sampleRate = sampleRate;
  }

  /**
   * Gives each chunk with samples to `take`, and waits for what that gives.
   *
   * @returns When there are no more.
   * @throws What the stream or `take` throws; `RecognizerError` as `readChunk`.
   */
  async read(take: (audio: Audio) => Promise<void> | void): Promise<void> {
    let before: number | undefined;
    for (let count = 0; !this.#isClosed; count++) {
      const { done, value } = await this.#source.next();
      if (done || this.#isClosed) return;
      const rates = { option: this.#sampleRate, before };
      const audio = readChunk(`stream (chunk ${count})`, value, rates);
      before = audio.sampleRate;
      if (audio.samples.length > 0) await take(audio);
      // Timers, events and other work run even where a stream never waits.
      await nextTask();
    }
  }

  /** Ends it. The stream is told, and not waited for: one that gives nothing would not answer. */
  close(): void {
    this.#isClosed = true;
    void this.#source.close();
  }
}
