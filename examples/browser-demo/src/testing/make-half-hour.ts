import type { JSHandle, Page } from 'playwright-core';
import { encodeWav } from '../recognition/sound/encode-wav.ts';
import { speak } from '../recognition/sound/speak.ts';

const RATE = 8000;
const MINUTES = 30;
/** Seconds of each such minute in which somebody speaks. */
const SPOKEN = 3;
/** Of so many minutes, the last begins with a voice. */
const EVERY = 5;

/** Half an hour to be dropped, in which somebody speaks now and then, up to the last minute. */
export async function makeHalfHour(page: Page): Promise<JSHandle<DataTransfer>> {
  const minute = new Float32Array(60 * RATE);
  minute.set(
    speak({ pitch: 160, range: 0.2, rate: 4, loudness: 0.5, tilt: 0.8, seed: 5 }, SPOKEN, RATE),
  );
  const bytes = encodeWav({ samples: minute, sampleRate: RATE });
  const view = new DataView(bytes.buffer);
  view.setUint32(4, MINUTES * 2 * minute.length + 36, true);
  view.setUint32(40, MINUTES * 2 * minute.length, true);
  return page.evaluateHandle(
    ({ base64, minutes, every }) => {
      const made = Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));
      const spoken = made.subarray(44);
      const silent = new Uint8Array(spoken.length);
      const parts = Array.from({ length: minutes }, (_, minute) =>
        minute % every === every - 1 ? spoken : silent,
      );
      const transfer = new DataTransfer();
      transfer.items.add(new File([made.subarray(0, 44), ...parts], 'long.wav'));
      return transfer;
    },
    { base64: Buffer.from(bytes).toString('base64'), minutes: MINUTES, every: EVERY },
  );
}
