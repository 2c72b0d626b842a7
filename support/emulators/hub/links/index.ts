export { isPlaceholder, PLACEHOLDER, PLACEHOLDER_INT } from './placeholders';
export { type ResolveLinkInput, resolveLink } from './resolve-link';
