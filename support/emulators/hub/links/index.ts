export { resolveLink } from './resolve-link';
