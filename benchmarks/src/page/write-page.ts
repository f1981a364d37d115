import { formatTime } from '../measure.ts';
import { type Figure, type GroupFigures, ratioOf } from './figures.ts';

const INTRODUCTION = `<!-- Written by \`npx -y pnpm@12 bench --write\` from figures.json, which it writes too. -->

# Benchmarks

Each row is one piece of work, done by us and by a peer in turns in the same run; a time is the least of all turns, which is what the code costs without its neighbours. **×** says how many times as fast as the peer we are: 2 is twice as fast, 0.5 takes twice as long. Times belong to the machine, ratios carry over to others of its kind.

What was tried and did not make anything faster stands in [TRIED.md](TRIED.md).
`;

const HOW_TO_RUN = `## How to run it

\`\`\`
npx -y pnpm@12 install
npx -y pnpm@12 build                       # what \`starting\` starts
python3 -m venv .venv && .venv/bin/pip install -r benchmarks/requirements.txt
export PYTHON=$PWD/.venv/bin/python RAVDESS=FOLDER_OF_WAVS

npx -y pnpm@12 bench                       # prints everything
npx -y pnpm@12 bench transforms features   # prints some groups
npx -y pnpm@12 bench --write               # measures everything, writes this page and figures.json
npx -y pnpm@12 bench --write transforms    # measures one group, leaves the others as they are
npx -y pnpm@12 bench --check               # measures everything, names each ratio that fell
\`\`\`

\`--check\` holds each ratio against the committed one. A group in which one is below 80 % of it is measured a second time, and what is still below, with the lower times of both runs, has fallen: the row is named and the exit code is 1. A peer that is not installed costs its own rows, which are reported as not measured. Have nothing else run meanwhile.

\`features-stream\`, \`recognizer\` and \`training-elsewhere\` print figures that stand beside no peer in turns; they are no part of this page.
`;

/** The page as Markdown. */
export function writePage(groups: readonly GroupFigures[]): string {
  return `${[INTRODUCTION, ...groups.map(section), HOW_TO_RUN].join('\n')}`;
}

function section({ name, heading, about, measured, processor, versions, figures }: GroupFigures) {
  const named = Object.entries(versions).map(([what, version]) => `${what} ${version}`);
  return `## ${heading}

${about}

| | ours | peer | its time | × |
| --- | --- | --- | --- | --- |
${figures.map(row).join('\n')}

\`bench ${name}\`, ${measured}: ${[processor, ...named].join(', ')}.
`;
}

function row(figure: Figure, i: number, all: readonly Figure[]): string {
  const { work, ours, peer, theirs, missing } = figure;
  const again = i > 0 && all[i - 1].work === work;
  const unknown = `not measured${missing ? `: ${missing.replaceAll('|', '\\|')}` : ''}`;
  const cells = [
    again ? '' : work,
    again ? '' : ours === null ? unknown : formatTime(ours),
    peer ?? '',
    peer === null ? '' : theirs === null ? unknown : formatTime(theirs),
    formatRatio(figure),
  ];
  return `|${cells.map((cell) => ` ${cell} `).join('|')}|`;
}

/** Two digits. */
export function formatRatio(figure: Figure): string {
  const ratio = ratioOf(figure);
  if (ratio === null) return '';
  return ratio >= 10 ? ratio.toFixed(0) : String(Number(ratio.toPrecision(2)));
}
