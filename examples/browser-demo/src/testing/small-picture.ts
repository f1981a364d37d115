import { crc32, deflateSync } from 'node:zlib';
import type { Page } from 'playwright-core';

/** Levels of a colour that become one. */
const STEP = 4;

/** A screenshot as a PNG with fewer colours, which takes half the bytes and looks the same. */
export async function smallPicture(page: Page, png: Uint8Array): Promise<Uint8Array> {
  const { width, height, base64 } = await page.evaluate(async (source) => {
    const bytes = Uint8Array.from(atob(source), (char) => char.charCodeAt(0));
    const bitmap = await createImageBitmap(new Blob([bytes]));
    const { width, height } = bitmap;
    const context = new OffscreenCanvas(width, height).getContext('2d');
    context?.drawImage(bitmap, 0, 0);
    const pixels = context?.getImageData(0, 0, width, height).data ?? [];
    let text = '';
    for (const byte of pixels) text += String.fromCharCode(byte);
    return { width, height, base64: btoa(text) };
  }, Buffer.from(png).toString('base64'));
  const pixels = Buffer.from(base64, 'base64');
  // Each row begins with the number of its filter, which is none.
  const rows = Buffer.alloc(height * (1 + 3 * width));
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      for (let colour = 0; colour < 3; colour++) {
        const level = Math.round(pixels[4 * (y * width + x) + colour] / STEP) * STEP;
        rows[y * (1 + 3 * width) + 1 + 3 * x + colour] = Math.min(255, level);
      }
    }
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  // Eight bits, red, green and blue.
  header.set([8, 2], 8);
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}
