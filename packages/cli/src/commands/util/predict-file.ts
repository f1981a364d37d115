import type { Audio } from '@ser/corpus';
import type { ExtractorConfig } from '@ser/features';
import type { Problems } from '../../console/problems.ts';
import { readAudio } from '../../data/read-audio.ts';
import type { LoadedRecognizer } from '../../runs/with-recognizer.ts';
import { titleOfFile } from './format-predictions.ts';
import { type FilePrediction, predictionOf, type WarningCode } from './prediction.ts';

/** 60 dB below full scale, as `ser inspect` counts silence: every voice is louder. */
const SILENCE = 0.001;
/** Seconds. Utterances of every corpus of emotions are shorter. */
const LONGEST_UTTERANCE = 30;

const WARNINGS: Readonly<Record<Exclude<WarningCode, 'long'>, string>> = {
  'no-speech': 'no speech was heard in it, so no emotion is named',
  unfamiliar: 'it is not like what the model was trained on, and its emotion may mean nothing',
  silent: 'it is silent where the model listens, and its emotion means nothing',
};

/** Names the emotion in a file, which is taken for one utterance, and warns of what is doubtful. */
export async function predictFile(
  file: string,
  { recognizer, extractor }: LoadedRecognizer,
  problems: Problems,
  signal: AbortSignal,
): Promise<FilePrediction> {
  const title = titleOfFile(file);
  const warnings: WarningCode[] = [];
  const warn = (code: WarningCode, message: string): void => {
    warnings.push(code);
    problems.warn({ file: title, code, message });
  };
  const audio = await readAudio(file, problems.warn, signal);
  const seconds = audio.samples.length / audio.sampleRate;
  if (seconds > LONGEST_UTTERANCE) {
    const length = Math.round(seconds);
    warn('long', `one emotion is named for all of its ${length} s; --windows hears it in parts`);
  }
  const recognition = await recognizer.recognize(audio, { signal });
  const { speech, familiar } = recognition;
  if (!speech) warn('no-speech', WARNINGS['no-speech']);
  else if (extractor && isSilent(audio, extractor)) warn('silent', WARNINGS.silent);
  if (familiar === false) warn('unfamiliar', WARNINGS.unfamiliar);
  const prediction = predictionOf(recognizer.labels, { scores: recognition, speech, familiar });
  return { file, ...prediction, warnings };
}

/** Whether the excerpt that an extractor takes holds no voice. */
function isSilent(
  { samples, sampleRate }: Audio,
  { offset = 0, duration }: ExtractorConfig,
): boolean {
  const start = Math.round(offset * sampleRate);
  const length = Math.round((duration ?? Number.POSITIVE_INFINITY) * sampleRate);
  const excerpt = samples.subarray(start, start + length);
  return excerpt.every((sample) => Math.abs(sample) < SILENCE);
}
