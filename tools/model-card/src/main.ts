import { readArguments } from './arguments.ts';
import { CardError } from './util/card-error.ts';

try {
  const asked = readArguments(process.argv.slice(2));
  // Only what a command needs is loaded: `write` needs no backend.
  if (asked.command === 'help') process.stdout.write(asked.text);
  else if (asked.command === 'publish') await (await import('./publish/publish.ts')).publish(asked);
  else if (asked.command === 'measure') await (await import('./measure/measure.ts')).measure(asked);
  else await (await import('./card/write-card.ts')).writeCard(asked);
} catch (error) {
  const isOurs = error instanceof Error && 'code' in error;
  process.stderr.write(`error: ${isOurs ? error.message : (error as Error).stack}\n`);
  process.exitCode = CardError.isInstance(error) && error.code === 'wrong-usage' ? 2 : 1;
}
