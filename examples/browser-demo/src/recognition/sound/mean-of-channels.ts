/** One channel, the mean of several of the same length. */
export function meanOfChannels(channels: readonly Float32Array[]): Float32Array {
  if (channels.length === 1) return channels[0];
  const mean = new Float32Array(channels[0].length);
  for (const channel of channels) {
    for (let i = 0; i < mean.length; i++) mean[i] += channel[i] / channels.length;
  }
  return mean;
}
