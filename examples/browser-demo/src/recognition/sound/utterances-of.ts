import { type Audio, findSpeech, type SpeechSegment } from '@ser/recognizer';

/** Seconds. What is shorter is joined with what follows. */
const SHORTEST = 2;
/** Seconds. What is longer is cut: the model learnt from clips of three to five. */
const LONGEST = 5;

/** The utterances of a recording: where somebody speaks, in clips as the model knows them. */
export function utterancesOf(audio: Audio): Audio[] {
  const { samples, sampleRate } = audio;
  return clipTimes(findSpeech(audio)).map(({ start, end }) => ({
    samples: samples.slice(Math.round(start * sampleRate), Math.round(end * sampleRate)),
    sampleRate,
  }));
}

/** Speech in clips of 1 to 5 seconds. */
export function clipTimes(speech: readonly SpeechSegment[]): SpeechSegment[] {
  const joined: SpeechSegment[] = [];
  for (const segment of speech) {
    const last = joined.at(-1);
    const isShort = last && last.end - last.start < SHORTEST;
    if (isShort && segment.end - last.start <= LONGEST) {
      joined[joined.length - 1] = { start: last.start, end: segment.end };
    } else joined.push(segment);
  }
  return joined.flatMap(({ start, end }) => {
    const length = end - start;
    // A word alone says little of a voice.
    if (length < SHORTEST / 2) return [];
    const parts = Math.ceil(length / LONGEST);
    return Array.from({ length: parts }, (_, i) => ({
      start: start + (i * length) / parts,
      end: start + ((i + 1) * length) / parts,
    }));
  });
}
