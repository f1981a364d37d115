import type { Clip } from '../clip.ts';
import type { Problem } from '../problem.ts';
import type { SourceOptions } from '../sources/source-options.ts';
import { describeNumbered, type NumberedInfo } from './describe-numbered.ts';

/** All that a source gives of the data set that the tests write. */
export async function listClips(
  source: (options: SourceOptions<NumberedInfo>) => AsyncIterable<Clip<NumberedInfo>>,
): Promise<{ clips: Clip<NumberedInfo>[]; problems: Problem[] }> {
  const problems: Problem[] = [];
  const clips: Clip<NumberedInfo>[] = [];
  const options = { describe: describeNumbered, onProblem: (p: Problem) => problems.push(p) };
  for await (const clip of source(options)) clips.push(clip);
  return { clips, problems };
}
