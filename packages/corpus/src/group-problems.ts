import type { Problem } from './problem.ts';
import { checkIterable } from './util/check-iterable.ts';

/** Problems that are one but for the names of files; plain JSON. */
export interface ProblemGroup {
  code: string;
  /** The first one's message. */
  message: string;
  /** How many there are. */
  count: number;
  /** The first files, three at most. */
  examples: string[];
}

/** Files that a group names. */
const EXAMPLES = 3;
/** What stands in the place of a name, in messages that are compared. */
const NAME = '\u0000';
/** Letters of a name without extension, from which on it is taken for the file's. */
const SHORTEST_STEM = 3;
/** A name begins and ends where a word does. */
const WORD = /^[\p{L}\p{N}_]$/u;
/** What is left of a path that a message has in part, such as the one below the source's root. */
const REST = new RegExp(`[^\\s"']*${NAME}`, 'g');

/**
 * Groups problems with the same code whose messages differ in nothing but the file: its path, its
 * name, and its name without extension. So 7,442 files of another data set are one line.
 *
 * @returns The groups in the order of their first problems.
 *
 * @example
 * for (const { count, message, examples } of groupProblems(problems)) {
 *   console.log(count === 1 ? message : `${count} files, such as ${examples.join(', ')}: ${message}`);
 * }
 */
export function groupProblems(problems: Iterable<Problem>): ProblemGroup[] {
  checkIterable('groupProblems', 'problems', problems);
  const groups = new Map<string, ProblemGroup>();
  for (const { file, code, message } of problems) {
    const key = `${code} ${withoutNames(message, file)}`;
    const group = groups.get(key);
    if (!group) groups.set(key, { code, message, count: 1, examples: [file] });
    else {
      group.count++;
      if (group.examples.length < EXAMPLES && !group.examples.includes(file)) {
        group.examples.push(file);
      }
    }
  }
  return [...groups.values()];
}

/** The message with one mark in the place of the file's path and names. */
function withoutNames(message: string, file: string): string {
  const base = file.slice(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
  const stem = base.replace(/(?<=.)\.[^.]*$/, '');
  // The longest first, because it holds the others. A short stem may be any word.
  const names = [file, base, ...(stem.length >= SHORTEST_STEM ? [stem] : [])];
  let text = message;
  for (const name of names.filter((each) => each !== '')) text = withoutName(text, name);
  return text.replace(REST, NAME);
}

/** The text with the mark in the place of a name. No regular expression: a compiler is slow. */
function withoutName(text: string, name: string): string {
  let result = '';
  let start = 0;
  for (let at = text.indexOf(name); at >= 0; ) {
    const end = at + name.length;
    const [before] = [...text.slice(Math.max(0, at - 2), at)].reverse();
    const [behind] = text.slice(end, end + 2);
    const isWhole = !WORD.test(before ?? '') && !WORD.test(behind ?? '');
    if (isWhole) {
      result += text.slice(start, at) + NAME;
      start = end;
    }
    at = text.indexOf(name, isWhole ? end : at + 1);
  }
  return result + text.slice(start);
}
