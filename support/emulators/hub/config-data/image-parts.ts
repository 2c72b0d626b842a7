const HOST = '[a-z0-9](?:[-a-z0-9]*[a-z0-9])?(?:\\.[a-z0-9](?:[-a-z0-9]*[a-z0-9])?)*(?::[0-9]+)?';
const REPOSITORY = '[a-z0-9]+(?:(?:\\.|_|__|-+)[a-z0-9]+)*(?:/[a-z0-9]+(?:(?:\\.|_|__|-+)[a-z0-9]+)*)*';
const TAG = '[a-zA-Z0-9_][a-zA-Z0-9._-]{0,127}';
const DIGEST = '[a-z0-9]+(?:[+._-][a-z0-9]+)*:[a-zA-Z0-9=_-]+';

/** Pattern of the part of an image before tag or digest (OCI distribution specification). */
export const IMAGE_URI = `(?:(?:${HOST})/)?(?:${REPOSITORY})`;
/** Pattern of a tag with its colon or a digest with its at sign. */
export const IMAGE_REFERENCE = `:(?:${TAG})|@(?:${DIGEST})`;
/** Pattern of a whole image. */
export const IMAGE = `^(?<uri>${IMAGE_URI})(?<reference>${IMAGE_REFERENCE})?$`;

/** The longest image that is looked at; registries take less. */
const MAX_IMAGE_LENGTH = 512;

/** Repository and reference (":v1", "@sha256:…", or '' when absent) of an image; undefined when it is none. */
export function imageParts(image: string): { uri: string; reference: string } | undefined {
  const groups = image.length <= MAX_IMAGE_LENGTH ? new RegExp(IMAGE).exec(image)?.groups : undefined;
  return groups && { uri: groups.uri ?? '', reference: groups.reference ?? '' };
}
