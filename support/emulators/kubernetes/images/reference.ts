/** An image's name in parts, fully spelled. */
export interface ImageReference {
  registry: string;
  /** The path in the registry, such as `library/nginx`. */
  path: string;
  tag?: string;
  /** `sha256:…` */
  digest?: string;
  /** All of it, as containerd writes it: `docker.io/library/nginx:latest`. */
  full: string;
}

const PATH = /^[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*(?:\/[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*)*$/;
const TAG = /^\w[\w.-]{0,127}$/;
const DIGEST = /^sha256:[0-9a-f]{64}$/;

/** Takes an image's name apart and fills in what it leaves out; undefined when it is no name of an image. */
export function parseImageReference(image: string): ImageReference | undefined {
  const [named = '', digest] = split(image, image.indexOf('@'));
  const colon = named.lastIndexOf(':');
  const [repository = '', tag] = split(named, colon > named.lastIndexOf('/') ? colon : -1);
  const [registry, path] = locate(repository);
  const valid =
    PATH.test(path) && (tag === undefined || TAG.test(tag)) && (digest === undefined || DIGEST.test(digest));
  if (!valid) return undefined;
  const effectiveTag = tag ?? (digest === undefined ? 'latest' : undefined);
  const suffix = `${effectiveTag ? `:${effectiveTag}` : ''}${digest ? `@${digest}` : ''}`;
  return { registry, path, tag: effectiveTag, digest, full: `${registry}/${path}${suffix}` };
}

function split(text: string, at: number): [string, string?] {
  return at < 0 ? [text] : [text.slice(0, at), text.slice(at + 1)];
}

function locate(repository: string): [registry: string, path: string] {
  const slash = repository.indexOf('/');
  const first = slash < 0 ? '' : repository.slice(0, slash);
  const isHost = first === 'localhost' || /[.:]/.test(first);
  if (isHost) return [first === 'index.docker.io' ? 'docker.io' : first, repository.slice(slash + 1)];
  return ['docker.io', slash < 0 ? `library/${repository}` : repository];
}
