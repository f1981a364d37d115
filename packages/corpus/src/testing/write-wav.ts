/** How `writeWav` lays out its file. */
export interface WriteWavOptions {
  /** How many channels. Default 1. */
  channels?: number;
  /** Hz. Default 48000. */
  sampleRate?: number;
  /** Bits of one sample. Default 16. */
  bits?: number;
  /** 1 PCM, 3 float, 6 A-law, 7 µ-law. Default 1. */
  tag?: number;
  /** The form of the file. Default 'RIFF'. */
  container?: 'RIFF' | 'RIFX' | 'RF64';
  /** Whether the format is WAVE_FORMAT_EXTENSIBLE. Default false. */
  extensible?: boolean;
  /** The bytes of a chunk that no reader needs, before `data`. Default 0: no such chunk. */
  junk?: number;
  /** What the header says in place of the truth. Default {}. */
  claims?: WavClaims;
}

/** What a header may say that is not so. */
export interface WavClaims {
  /** Bytes of the file but for the first eight, of "ds64" in RF64. Default: as it is. */
  riffSize?: number;
  /** Bytes a second. Default: as it is. */
  byteRate?: number;
  /** Bytes of a frame. Default: as it is. */
  blockAlign?: number;
  /** Bits of a sample. Default: as it is. */
  bits?: number;
  /** Valid bits of an extensible format. Default: as it is. */
  validBits?: number;
  /** Bytes of the samples in "data"; in RF64 0xFFFFFFFF. Default: as it is. */
  dataSize?: number;
  /** Bytes of the samples in "ds64". Default: as it is. */
  dataSize64?: number;
}

/**
 * A WAV file of raw codes, interleaved: integers for PCM and companded formats, numbers for
 * floats. Written from the format's description and from nothing in `src`.
 */
export function writeWav(
  codes: ArrayLike<number>,
  {
    channels = 1,
    sampleRate = 48_000,
    bits = 16,
    tag = 1,
    container = 'RIFF',
    extensible = false,
    junk = 0,
    claims = {},
  }: WriteWavOptions = {},
): Uint8Array<ArrayBuffer> {
  const little = container !== 'RIFX';
  const width = Math.ceil(bits / 8);
  const formatSize = extensible ? 40 : 16;
  const dataSize = codes.length * width;
  const ds64 = container === 'RF64' ? 36 : 0;
  const junkSize = junk > 0 ? 8 + junk + (junk % 2) : 0;
  const total = 12 + ds64 + 8 + formatSize + junkSize + 8 + dataSize + (dataSize % 2);
  const bytes = new Uint8Array(total);
  const view = new DataView(bytes.buffer);
  let at = 0;
  const text = (s: string): void => {
    for (const letter of s) bytes[at++] = letter.charCodeAt(0);
  };
  const u16 = (value: number): void => {
    view.setUint16(at, value, little);
    at += 2;
  };
  const u32 = (value: number): void => {
    view.setUint32(at, value, little);
    at += 4;
  };

  text(container);
  u32(ds64 ? 0xffffffff : (claims.riffSize ?? total - 8));
  text('WAVE');
  if (ds64) {
    text('ds64');
    u32(28);
    for (const size of [claims.riffSize ?? total - 8, claims.dataSize64 ?? dataSize, 0]) {
      view.setBigUint64(at, BigInt(size), little);
      at += 8;
    }
    u32(0);
  }
  text('fmt ');
  u32(formatSize);
  u16(extensible ? 0xfffe : tag);
  u16(channels);
  u32(sampleRate);
  u32(claims.byteRate ?? sampleRate * channels * width);
  u16(claims.blockAlign ?? channels * width);
  u16(claims.bits ?? (extensible ? width * 8 : bits));
  if (extensible) {
    u16(22);
    u16(claims.validBits ?? bits);
    u32(0);
    u32(tag);
    u16(0);
    u16(0x10);
    bytes.set([0x80, 0, 0, 0xaa, 0, 0x38, 0x9b, 0x71], at);
    at += 8;
  }
  if (junk > 0) {
    text('junk');
    u32(junk);
    at += junk + (junk % 2);
  }
  text('data');
  u32(claims.dataSize ?? (ds64 ? 0xffffffff : dataSize));
  for (let i = 0; i < codes.length; i++, at += width) {
    const code = codes[i];
    if (tag === 3 && width === 4) view.setFloat32(at, code, little);
    else if (width === 8) view.setFloat64(at, code, little);
    else if (width === 1) view.setUint8(at, code);
    else if (width === 2) view.setInt16(at, code, little);
    else if (width === 4) view.setInt32(at, code, little);
    else {
      const three = [code & 255, (code >> 8) & 255, (code >> 16) & 255];
      bytes.set(little ? three : three.reverse(), at);
    }
  }
  return bytes;
}
