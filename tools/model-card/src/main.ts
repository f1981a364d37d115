import { publish } from './publish/publish.ts';

await publish({ data: process.argv[process.argv.indexOf('--data') + 1] });
