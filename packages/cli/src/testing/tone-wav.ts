/** A mono 16-bit WAV of a tone that fades in, at 16 kHz. */
export function toneWav(seconds: number, hertz: number): Uint8Array {
  const rate = 16_000;
  const frames = Math.round(seconds * rate);
  const view = new DataView(new ArrayBuffer(44 + 2 * frames));
  const text = (at: number, ascii: string) => {
    for (let i = 0; i < ascii.length; i++) view.setUint8(at + i, ascii.charCodeAt(i));
  };
  text(0, 'RIFF');
  view.setUint32(4, 36 + 2 * frames, true);
  text(8, 'WAVEfmt ');
  view.setUint32(16, 16, true);
  view.setUint16(20, 1, true);
  view.setUint16(22, 1, true);
  view.setUint32(24, rate, true);
  view.setUint32(28, 2 * rate, true);
  view.setUint16(32, 2, true);
  view.setUint16(34, 16, true);
  text(36, 'data');
  view.setUint32(40, 2 * frames, true);
  for (let i = 0; i < frames; i++) {
    const value = (i / frames) * 0.5 * Math.sin((2 * Math.PI * hertz * i) / rate);
    view.setInt16(44 + 2 * i, Math.round(32767 * value), true);
  }
  return new Uint8Array(view.buffer);
}
