import type { ExtractorConfig } from '@ser/features';
import type {
  Audio,
  LabelScore,
  Recognition,
  RecognizeOptions,
  Recognizer,
  WindowScores,
  WindowsOptions,
} from '@ser/recognizer';
import { vi } from 'vitest';
import { type RecognizerChoice, withRecognizer } from '../runs/with-recognizer.ts';

/** What a {@link fakeRecognizer} answers: scores by label, or nothing for what is no speech. */
export interface FakeAnswer {
  scores?: Readonly<Record<string, number>>;
  /** Default null. */
  familiar?: boolean | null;
}

/** What a {@link fakeRecognizer} was asked. */
export interface FakeRecognizer {
  /** What `--model` and `--voice` named. */
  asked: RecognizerChoice | undefined;
  /** The sounds that it was to recognise. */
  sounds: Audio[];
  /** The options of `windows`, without its signal. */
  windows: WindowsOptions[];
}

/** Has commands get a recogniser that answers by a rule, where `with-recognizer.ts` is mocked. */
export function fakeRecognizer(
  answerOf: (audio: Audio) => FakeAnswer,
  labels: readonly string[],
  extractor?: ExtractorConfig,
): FakeRecognizer {
  const fake: FakeRecognizer = { asked: undefined, sounds: [], windows: [] };
  const recognitionOf = (audio: Audio): Recognition => {
    const { scores, familiar = null } = answerOf(audio);
    const sorted: LabelScore[] = Object.entries(scores ?? {})
      .map(([label, score]) => ({ label, score }))
      .sort((a, b) => b.score - a.score);
    return Object.assign(sorted, { speech: scores !== undefined, familiar, distance: null });
  };
  const recognizer: Partial<Recognizer> = {
    labels,
    async recognize(audio, { signal }: RecognizeOptions = {}) {
      signal?.throwIfAborted();
      fake.sounds.push(audio as Audio);
      return recognitionOf(audio as Audio);
    },
    /** One window for each second. */
    async *windows(
      audio,
      { signal, ...options }: WindowsOptions = {},
    ): AsyncGenerator<WindowScores> {
      fake.windows.push(options);
      let start = 0;
      for await (const piece of audio as AsyncIterable<Audio>) {
        signal?.throwIfAborted();
        const scores = recognitionOf(piece);
        const { speech, familiar } = scores;
        const end = start + piece.samples.length / piece.sampleRate;
        yield { start, end, scores: [...scores], speech, familiar };
        start = end;
      }
    },
  };
  vi.mocked(withRecognizer).mockImplementation((choice, task) => {
    fake.asked = { model: choice.model, voice: choice.voice };
    const loaded = {
      name: choice.model ?? 'published',
      recognizer: recognizer as Recognizer,
      extractor,
    };
    return task(loaded, new AbortController().signal);
  });
  return fake;
}
