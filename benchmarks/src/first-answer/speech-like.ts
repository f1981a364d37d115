/** 2.5 s at 48 kHz. */
export function speechLike(): { samples: Float32Array; sampleRate: number } {
  const sampleRate = 48_000;
  const samples = Float32Array.from({ length: 2.5 * sampleRate }, (_, i) => {
    const t = i / sampleRate;
    return 0.2 * Math.max(0, Math.sin(12 * t)) * Math.sin(2 * Math.PI * 140 * t);
  });
  return { samples, sampleRate };
}
