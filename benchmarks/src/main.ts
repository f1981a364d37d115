/**
 * `pnpm bench [NAME…]`: every benchmark, or those named. Each prints ratios to peers that it
 * measured in the same run; absolute times belong to the machine.
 */
import { features } from './features.ts';
import { featuresDataset } from './features-dataset.ts';
import { featuresStream } from './features-stream.ts';
import { trainingStep } from './training-step.ts';

const benchmarks: Record<string, () => Promise<void>> = {
  features,
  'features-dataset': featuresDataset,
  'features-stream': featuresStream,
  'training-step': trainingStep,
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
