import type { PickedFile } from '../parts/picked-files.ts';

const MEDIA = /^(audio|video)\//;
/** Some systems know no type of these. */
const NAMED = /\.(wav|wave|flac|mp3|m4a|mp4|aac|ogg|oga|opus|weba|webm|aiff?|caf|wma|amr)$/i;

/**
 * What is to be heard of files that were chosen or dropped. Of a folder that is what looks like a
 * recording; what was chosen alone is tried, whatever it is.
 */
export function soundsAmong(picked: readonly PickedFile[]): PickedFile[] {
  return picked.filter(({ file, path }) => {
    if (!path.includes('/')) return true;
    // macOS keeps something of each file under its name with a dot, on disks of others.
    return !file.name.startsWith('.') && (MEDIA.test(file.type) || NAMED.test(file.name));
  });
}
