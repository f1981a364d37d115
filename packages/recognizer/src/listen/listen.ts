import type { Audio, Samples } from '../audio/audio.ts';
import { badArgument } from '../util/checks.ts';
import { isAsyncIterable } from '../util/source-iterator.ts';
import { type Environment, PAGE } from './environment.ts';
import { checkListenOptions, type ListenOptions } from './listen-options.ts';
import type { Listening } from './listening.ts';
import { isMediaStream, type MediaStreamLike, type MediaStreamTrackLike } from './media-stream.ts';
import type { WindowScorer } from './open-engine.ts';
import { StreamListening } from './stream-listening.ts';

/** What can be listened to. */
export type ListenInput = MediaStreamLike | AsyncIterable<Audio | Samples>;

/**
 * The emotion in a stream, window by window, until it ends.
 *
 * @param stream A MediaStream, of which the first audio track that lives is heard, or chunks of
 *   mono samples.
 * @param environment What a page has; tests replace it.
 * @throws RecognizerError `bad-argument` for a stream of another kind or without a live audio
 *   track, and for options that are unknown or out of range.
 */
export function listen(
  scorer: WindowScorer,
  stream: ListenInput,
  options: ListenOptions = {},
  environment: Environment = PAGE,
): Listening {
  const checked = checkListenOptions(options, isMediaStream(stream));
  if (isMediaStream(stream)) {
    return new StreamListening(scorer, { track: liveTrack(stream) }, checked, environment);
  }
  if (!isAsyncIterable(stream)) {
    const expected =
      'a MediaStream, or an async iterable of { samples, sampleRate } or, with the option ' +
      '`sampleRate`, of samples';
    throw badArgument('listen', 'stream', expected, stream);
  }
  return new StreamListening(scorer, { chunks: stream }, checked, environment);
}

function liveTrack(stream: MediaStreamLike): MediaStreamTrackLike {
  const tracks = stream.getAudioTracks();
  const track = tracks.find(({ readyState }) => readyState === 'live');
  if (track !== undefined) return track;
  const got = tracks.length === 0 ? 'none' : 'none but ended ones';
  throw badArgument('listen', 'stream', 'a MediaStream with a live audio track', got);
}
