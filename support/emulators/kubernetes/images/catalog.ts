import { commonImages } from './common';
import type { Image } from './model';
import { pullerImages } from './puller';
import { parseImageReference } from './reference';
import { traderxImages } from './traderx';
import { workerImages } from './worker';

/** Every image that the embedded cluster can pull. */
export const catalog: readonly Image[] = [traderxImages, workerImages, pullerImages, commonImages];

/** What came of pulling an image. */
export type Pull =
  | { image: Image; full: string }
  | { problem: 'InvalidImageName' | 'ErrImagePull'; message: string };

/** Looks an image up, and tells as kubelet and containerd do why it cannot be had. */
export function pullImage(name: string, images: readonly Image[] = catalog): Pull {
  const reference = parseImageReference(name);
  if (!reference) {
    const message = `Failed to apply default image tag "${name}": couldn't parse image name "${name}": invalid reference format`;
    return { problem: 'InvalidImageName', message };
  }
  const { registry, path, tag, full } = reference;
  const ofName = images.filter((image) => image.isRepository(`${registry}/${path}`));
  const image = ofName.find((candidate) => tag === undefined || candidate.hasTag(tag));
  if (image) return { image, full };
  const reason = ofName.length > 0 ? `${full}: not found` : unknown(reference);
  const message = `failed to pull and unpack image "${full}": failed to resolve reference "${full}": ${reason}`;
  return { problem: 'ErrImagePull', message };
}

function unknown({
  registry,
  path,
  tag,
  digest,
}: {
  registry: string;
  path: string;
  tag?: string;
  digest?: string;
}): string {
  if (registry === 'docker.io') {
    return 'pull access denied, repository does not exist or may require authorization: server message: insufficient_scope: authorization failed';
  }
  if (registry === 'ghcr.io') {
    const scope = encodeURIComponent(`repository:${path}:pull`);
    return `failed to authorize: failed to fetch anonymous token: unexpected status from GET request to https://ghcr.io/token?scope=${scope}&service=ghcr.io: 403 Forbidden`;
  }
  const url = `https://${registry}/v2/${path}/manifests/${tag ?? digest}`;
  return `failed to do request: Head "${url}": dial tcp: lookup ${registry.replace(/:\d+$/, '')}: no such host`;
}
