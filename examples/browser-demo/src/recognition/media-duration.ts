/** Milliseconds after which a file whose length stays unknown is taken for a long one. */
const PATIENCE = 5000;

/**
 * Seconds of a file as its header says; Infinity where a header says nothing, and 0 where the
 * browser cannot play the file.
 */
export async function mediaDuration(file: File, signal: AbortSignal): Promise<number> {
  const url = URL.createObjectURL(file);
  const audio = new Audio();
  audio.preload = 'metadata';
  let timer: ReturnType<typeof setTimeout> | undefined;
  try {
    return await new Promise<number>((resolve, reject) => {
      audio.onloadedmetadata = () => resolve(audio.duration);
      audio.onerror = () => resolve(0);
      timer = setTimeout(() => resolve(Number.POSITIVE_INFINITY), PATIENCE);
      signal.addEventListener('abort', () => reject(signal.reason), { once: true });
      audio.src = url;
    });
  } finally {
    clearTimeout(timer);
    audio.removeAttribute('src');
    URL.revokeObjectURL(url);
  }
}
