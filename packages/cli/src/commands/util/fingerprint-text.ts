import type { Fingerprint } from '@ser/corpus';

const ANCHOR_BYTES = Float32Array.BYTES_PER_ELEMENT;
/** Codes of one anchor. */
const CODES = 24;

/** A fingerprint as base64: its anchors as little-endian float32, then its codes; '' for none. */
export function fingerprintText(fingerprint: Fingerprint | undefined): string {
  if (!fingerprint) return '';
  const { anchors, codes } = fingerprint;
  const bytes = Buffer.alloc(ANCHOR_BYTES * anchors.length + codes.length);
  let at = 0;
  for (const anchor of anchors) at = bytes.writeFloatLE(anchor, at);
  for (const code of codes) at = bytes.writeInt8(code, at);
  return bytes.toString('base64');
}

/** What {@link fingerprintText} has written. */
export function parseFingerprintText(text: string): Fingerprint | undefined {
  if (text === '') return undefined;
  const bytes = Buffer.from(text, 'base64');
  const count = Math.floor(bytes.length / (ANCHOR_BYTES + CODES));
  return {
    anchors: Float32Array.from({ length: count }, (_, i) => bytes.readFloatLE(ANCHOR_BYTES * i)),
    codes: Int8Array.from(bytes.subarray(ANCHOR_BYTES * count), (byte) => (byte << 24) >> 24),
  };
}
