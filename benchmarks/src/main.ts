/**
 * `npx -y pnpm@12 bench [NAME…]`: every benchmark, or those named. Each prints ratios to peers that
 * it measured in the same run; absolute times belong to the machine.
 */
// Each is loaded when its turn comes: what one needs does not stop another.
const benchmarks: Record<string, () => Promise<void>> = {
  features: async () => (await import('./features.ts')).features(),
  'features-constant-q': async () => (await import('./features-constant-q.ts')).constantQ(),
  'features-dataset': async () => (await import('./features-dataset.ts')).featuresDataset(),
  'features-egemaps': async () => (await import('./features-egemaps.ts')).featuresEgemaps(),
  'features-kaldi': async () => (await import('./features-kaldi.ts')).featuresKaldi(),
  'features-stream': async () => (await import('./features-stream.ts')).featuresStream(),
  'features-separation': async () => (await import('./features-separation.ts')).separation(),
  'features-voice': async () => (await import('./features-voice.ts')).featuresVoice(),
  recognizer: async () => (await import('./recognizer.ts')).recognizer(),
  'training-step': async () => (await import('./training-step.ts')).trainingStep(),
};

const names = process.argv.slice(2);
const unknown = names.filter((name) => !(name in benchmarks));
if (unknown.length > 0) {
  console.error(
    `bench: unknown ${unknown.join(', ')}; known: ${Object.keys(benchmarks).join(', ')}`,
  );
  process.exit(2);
}
for (const name of names.length > 0 ? names : Object.keys(benchmarks)) {
  console.log(`\n# ${name}`);
  await benchmarks[name]();
}
