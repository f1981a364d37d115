// A download in a process of its own, to be killed: node download-child.ts ARCHIVE TO URL
import { downloadArchives } from '../node/download/download.ts';

const [archive, to, baseUrl] = process.argv.slice(2);
await downloadArchives([JSON.parse(archive)], { to, baseUrl });
