// One of several workers that compute features.
import { type ClipRows, type ClipTask, extractClip } from './extract-clip.ts';

export type ClipReply = { readonly rows: ClipRows } | { readonly error: string };

globalThis.onmessage = ({ data }: MessageEvent<ClipTask>) => {
  try {
    const rows = extractClip(data);
    const transfer = rows.map(({ buffer }) => buffer as ArrayBuffer);
    globalThis.postMessage({ rows } satisfies ClipReply, { transfer });
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    globalThis.postMessage({ error: message } satisfies ClipReply);
  }
};
