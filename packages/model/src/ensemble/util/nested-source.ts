import type { FileSource } from '../../stores/file-store.ts';
import { memberName } from './ensemble-format.ts';

/** The folder of a member, to read from. */
export function nestedSource(from: FileSource, member: number): FileSource {
  const folder = memberName(member);
  return {
    name: `${from.name.replace(/\/$/, '')}/${folder}`,
    read: (file, options) => from.read(`${folder}/${file}`, options),
  };
}
