import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Where the project lives, and what follows from that. */
export interface Repository {
  /** Such as `https://github.com/owner/name`. */
  address: string;
  /** Such as `owner/name`. */
  slug: string;
  /** The documentation site on GitHub Pages, such as `https://owner.github.io/name`. */
  site: string;
}

/**
 * The repository at an address.
 *
 * @throws Error where the address is none of a repository on GitHub
 */
export function repositoryAt(address: string): Repository {
  const [, owner, name] =
    /^(?:git\+)?https:\/\/github\.com\/([\w-]+)\/([\w.-]+?)(?:\.git)?\/?$/.exec(address) ?? [];
  if (owner === undefined) {
    throw new Error(`the address must be like https://github.com/owner/name, got ${address}`);
  }
  const slug = `${owner}/${name}`;
  return {
    address: `https://github.com/${slug}`,
    slug,
    site: `https://${owner.toLowerCase()}.github.io/${name}`,
  };
}

/** The repository that the root's manifest names, which all else follows. */
export function repositoryOf(root: string): Repository {
  const { repository } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  return repositoryAt(repository.url);
}
