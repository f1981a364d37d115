import { LinearDiscriminantAnalysis } from '../discriminant-analysis/linear-discriminant-analysis.ts';
import { sha256 } from '../util/sha256.ts';

/** The bits of a discriminant analysis that conjugate gradients solve, as a digest. */
export async function ldaDigest(): Promise<{ digest: string; iterations: number }> {
  const [rows, features, classes] = [41, 530, 3];
  const y = Array.from({ length: rows }, (_, i) => i % classes);
  const x = Float32Array.from(
    { length: rows * features },
    (_, i) => ((i * 7919) % 1009) / 504 - 1 + (i % 3 === y[Math.floor(i / features)] ? 1 : 0),
  );
  const options = { features, classes, shrinkage: 0.3, priors: [0.5, 0.3, 0.2] };
  const { coef, intercept, iterations } = await LinearDiscriminantAnalysis.fit(x, y, options);
  const numbers = Float64Array.from([...coef, ...intercept]);
  return { digest: await sha256(new Uint8Array(numbers.buffer)), iterations };
}
