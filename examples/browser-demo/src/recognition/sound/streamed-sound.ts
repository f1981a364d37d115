import type { Audio } from '@ser/recognizer';
import type { InputAudioTrack } from 'mediabunny';
import { gathered } from './gathered.ts';
import { meanOfChannels } from './mean-of-channels.ts';
import { PIECE } from './pieces-of.ts';
import type { Sound } from './sound.ts';

/**
 * A compressed file, decoded while it is read, by mediabunny on WebCodecs. The module is loaded
 * with the first such file.
 *
 * @throws {Error} For a file without sound, and for one that this browser cannot decode.
 */
export async function streamedSound(file: File): Promise<Sound> {
  const { ALL_FORMATS, AudioSampleSink, BlobSource, Input } = await import('mediabunny');
  const input = new Input({ formats: ALL_FORMATS, source: new BlobSource(file) });
  const track = await input.getPrimaryAudioTrack();
  if (!track) throw new Error(`${file.name} holds no sound.`);
  if (!(await track.canDecode())) {
    throw new Error(`This browser cannot decode the sound of ${file.name}. A WAV always works.`);
  }
  const sampleRate = await track.getSampleRate();
  async function* packets(signal: AbortSignal): AsyncGenerator<Audio> {
    for await (const sample of new AudioSampleSink(track as InputAudioTrack).samples()) {
      const channels = Array.from({ length: sample.numberOfChannels }, (_, planeIndex) => {
        const channel = new Float32Array(sample.numberOfFrames);
        sample.copyTo(channel, { planeIndex, format: 'f32-planar' });
        return channel;
      });
      sample.close();
      signal.throwIfAborted();
      yield { samples: meanOfChannels(channels), sampleRate };
    }
  }
  return {
    duration: await track.computeDuration(),
    sampleRate,
    pieces: (signal) => gathered(packets(signal), PIECE),
  };
}
