import type { Audio } from '../audio/audio.ts';
import type { AudioInput } from '../audio/audio-input.ts';
import { toAudio } from '../audio/to-audio.ts';
import { type ListenInput, listen } from '../listen/listen.ts';
import type { ListenOptions } from '../listen/listen-options.ts';
import type { Listening } from '../listen/listening.ts';
import { RecognizerError } from '../recognizer-error.ts';
import { abortable } from '../util/abortable.ts';
import {
  checkBoolean,
  checkFunction,
  checkInteger,
  checkOptions,
  checkSignal,
  checkWithin,
} from '../util/checks.ts';
import { isAsyncIterable } from '../util/source-iterator.ts';
import { toVoiceJson, type VoiceJson } from '../voice/voice-json.ts';
import { scoreWindow } from '../windows/score-window.ts';
import { piecesOf, scoreWindows } from '../windows/score-windows.ts';
import type { AudioWindow } from '../windows/window-cutter.ts';
import { WINDOW_LIMITS } from '../windows/window-limits.ts';
import type { WindowScores } from '../windows/window-scores.ts';
import { type Clips, checkClips, hearVoice } from './calibrate.ts';
import { checkSpeech } from './hears-speech.ts';
import type { Model } from './model.ts';
import {
  CALIBRATE_OPTIONS,
  type CalibrateOptions,
  EMBED_OPTIONS,
  type EmbedOptions,
  RECOGNIZE_OPTIONS,
  type RecognizeOptions,
  type ScoreOptions,
  WINDOWS_OPTIONS,
  type WindowsOptions,
} from './options.ts';
import type { Recognition } from './recognition.ts';
import type { Recognizer } from './recognizer.ts';
import type { Scorer } from './scorer.ts';
import { type CalibratedVoice, scorerOf } from './scorer-of.ts';
import { stateOfParts } from './state-of-parts.ts';

/** The recogniser of a model. */
export class ModelRecognizer implements Recognizer {
  readonly labels: readonly string[];
  readonly sampleRate: number;
  readonly names: readonly string[];
  readonly #model: Model;
  readonly #voice: CalibratedVoice | undefined;
  readonly #scorer: Scorer;
  #disposed = false;

  constructor(model: Model, voice?: CalibratedVoice) {
    const { classifier, versions } = model;
    this.labels = Object.freeze([...classifier.labels]);
    this.sampleRate = versions.extractor.config.sampleRate;
    this.names = Object.freeze([...versions.extractor.names]);
    this.#model = model;
    this.#voice = voice;
    this.#scorer = scorerOf(model, voice);
  }

  get voice(): VoiceJson | undefined {
    return (
      this.#voice && toVoiceJson(this.#voice.sums, this.#voice.adapted.classifier.weightsSha256)
    );
  }

  async recognize(audio: AudioInput, options: RecognizeOptions = {}): Promise<Recognition> {
    this.#checkAlive('recognize');
    checkOptions('recognize', options, RECOGNIZE_OPTIONS);
    const { topK } = options;
    checkScoreOptions('recognize', options);
    if (topK !== undefined) checkInteger('recognize', 'topK', topK, 1);
    const checked = toAudio('recognize', 'audio', audio);
    const all = await this.#scorer.score('recognize', checked, options);
    const { speech, familiar, distance } = all;
    return Object.assign(all.slice(0, topK), { speech, familiar, distance });
  }

  windows(
    audio: AudioInput | AsyncIterable<Audio>,
    options: WindowsOptions = {},
  ): AsyncGenerator<WindowScores, void, undefined> {
    this.#checkAlive('windows');
    checkOptions('windows', options, WINDOWS_OPTIONS);
    const { length = 3, hop = 1, signal } = options;
    checkScoreOptions('windows', options);
    checkWithin('windows', 'length', length, ...WINDOW_LIMITS.length);
    checkWithin('windows', 'hop', hop, ...WINDOW_LIMITS.hop);
    const pieces = isAsyncIterable(audio) ? audio : piecesOf(toAudio('windows', 'audio', audio));
    return scoreWindows('windows', pieces, {
      length,
      hop,
      signal,
      check: () => this.#checkAlive('windows'),
      score: (window) => this.#scorer.score('windows', window, options),
    });
  }

  listen(stream: ListenInput, options: ListenOptions = {}): Listening {
    this.#checkAlive('listen');
    const scorer = {
      check: () => this.#checkAlive('listen'),
      state: () => stateOfParts(this.#model, this.#voice),
      score: (window: AudioWindow, given: ScoreOptions) =>
        scoreWindow(window, (audio) => this.#scorer.score('listen', audio, given)),
    };
    return listen(scorer, stream, options);
  }

  async embed(audio: AudioInput, options: EmbedOptions = {}): Promise<Float32Array> {
    this.#checkAlive('embed');
    const { signal } = checkOptions('embed', options, EMBED_OPTIONS);
    checkSignal('embed', signal);
    return this.#scorer.embed('embed', toAudio('embed', 'audio', audio), signal);
  }

  async calibrate(clips: Clips, options: CalibrateOptions = {}): Promise<ModelRecognizer> {
    this.#checkAlive('calibrate');
    checkOptions('calibrate', options, CALIBRATE_OPTIONS);
    checkClips('calibrate', clips);
    checkScoreOptions('calibrate', options);
    const { onProgress, signal } = options;
    if (onProgress !== undefined) checkFunction('calibrate', 'onProgress', onProgress);
    signal?.throwIfAborted();
    const adapted =
      this.#voice?.adapted ?? (await abortable(this.#model.adapted('calibrate'), signal));
    const sums = await hearVoice('calibrate', clips, {
      ...options,
      versions: adapted.versions,
      before: this.#voice?.sums,
    });
    return new ModelRecognizer(this.#model, { sums, adapted });
  }

  dispose(): void {
    this.#disposed = true;
  }

  [Symbol.dispose](): void {
    this.dispose();
  }

  #checkAlive(caller: string): void {
    if (!this.#disposed) return;
    const text = `${caller}: the recogniser must be in use, got one that was disposed; load another`;
    throw new RecognizerError('disposed', text);
  }
}

function checkScoreOptions(caller: string, options: ScoreOptions): void {
  const { speech, versions, signal } = options;
  if (speech !== undefined) checkSpeech(caller, speech);
  if (versions !== undefined) checkBoolean(caller, 'versions', versions);
  checkSignal(caller, signal);
}
