import type { JSHandle, Page } from 'playwright-core';
import { encodeWav } from '../recognition/sound/encode-wav.ts';
import { speak } from '../recognition/sound/speak.ts';

const RATE = 8000;
const MINUTES = 30;
/** Seconds of each minute in which somebody speaks. */
const SPOKEN = 3;

/** Half an hour to be dropped, of which each minute begins with a voice. */
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
    ({ base64, minutes }) => {
      const made = Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));
      const parts = Array.from({ length: minutes }, () => made.subarray(44));
      const transfer = new DataTransfer();
      transfer.items.add(new File([made.subarray(0, 44), ...parts], 'long.wav'));
      return transfer;
    },
    { base64: Buffer.from(bytes).toString('base64'), minutes: MINUTES },
  );
}
