import type { ClipRows, ClipTask } from './extract-clip.ts';
import type { ClipReply } from './extract-worker.ts';

/** A worker that extracts one clip at a time. One that ends is replaced for the next clip. */
export class ClipWorker {
  #worker: Worker | undefined;

  /** @throws {Error} What is wrong with the clip, or that the worker has ended. */
  extract(task: ClipTask): Promise<ClipRows> {
    this.#worker ??= new Worker(new URL('./extract-worker.ts', import.meta.url), {
      type: 'module',
    });
    const worker = this.#worker;
    return new Promise((resolve, reject) => {
      worker.onmessage = ({ data }: MessageEvent<ClipReply>) => {
        if ('rows' in data) resolve(data.rows);
        else reject(new Error(data.error));
      };
      worker.onerror = ({ message }) => {
        this.close();
        reject(new Error(message || 'The worker that extracts it has ended.'));
      };
      worker.postMessage(task);
    });
  }

  close(): void {
    this.#worker?.terminate();
    this.#worker = undefined;
  }
}
